import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { userDeactivations, users } from "@/db/schema/people";
import { auditEvents, mails } from "@/db/schema/platform";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { addUserForTest } from "@/lib/testing/sessions";
import { createRoot, type NewRoot } from "./mutations";

const nobody = { actorId: null, requestId: null };

describe("making somebody root", () => {
  it("makes the account, the grant, two audit events and a mail", async () => {
    const email = fresh();
    expect(await make({ email, name: "Amina Yusuf" })).toEqual({ outcome: "made", accountMade: true });
    const found = await find(email);
    expect(found).toMatchObject({ name: "Amina Yusuf", actions: ["user.create", "role.grant"], mails: 1 });
    expect(found.grants).toHaveLength(1);
  });

  it("done again, also at the same time, changes nothing", async () => {
    const email = fresh();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => make({ email })));
    expect(outcomes.filter(({ outcome }) => outcome === "made")).toHaveLength(1);
    expect(await make({ email, name: "Another Name" })).toEqual({ outcome: "already", accountMade: false });
    expect(await find(email)).toMatchObject({ name: email.split("@")[0], mails: 1 });
    expect((await find(email)).grants).toHaveLength(1);
  });

  it("keeps the name of an account that is there", async () => {
    const email = fresh();
    await writeTransaction(nobody, (tx) => addUserForTest(tx, email, "Joyce Appiah"));
    expect(await make({ email, name: "Somebody Else" })).toEqual({ outcome: "made", accountMade: false });
    expect(await find(email)).toMatchObject({ name: "Joyce Appiah", actions: ["role.grant"] });
  });

  it("gives a fresh grant where the old one has lapsed by its last day, and logs both", async () => {
    const email = fresh();
    const userId = await writeTransaction(nobody, (tx) => addUserForTest(tx, email));
    await writeTransaction(nobody, (tx) =>
      tx.insert(roleGrants).values({ id: newId(), userId, role: "root", grantedAt: now(), endsOn: "2020-01-31" }),
    );
    expect(await make({ email })).toMatchObject({ outcome: "made" });
    const { grants, actions } = await find(email);
    expect(grants.map(({ endedAt }) => endedAt?.toISOString() ?? null)).toEqual(["2020-02-01T00:00:00.000Z", null]);
    expect(actions).toEqual(["role.end", "role.grant"]);
  });

  it("does not put a deactivated person back by the back door", async () => {
    const email = fresh();
    const userId = await writeTransaction(nobody, (tx) => addUserForTest(tx, email));
    await writeTransaction(nobody, (tx) =>
      tx.insert(userDeactivations).values({ id: newId(), userId, deactivatedAt: now() }),
    );
    expect(await make({ email })).toEqual({ outcome: "deactivated", accountMade: false });
    expect((await find(email)).grants).toEqual([]);
  });
});

function fresh(): string {
  return `root-${newId()}@remit.example`;
}

function make(root: Pick<NewRoot, "email"> & Partial<NewRoot>) {
  return writeTransaction(nobody, (tx) => createRoot(tx, { name: null, by: "a test", ...root }));
}

function find(email: string) {
  return readTransaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.email, email));
    if (user === undefined) throw new Error("There is no such account.");
    const events = await tx
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.resourceId, user.id))
      .orderBy(auditEvents.id);
    const grants = await tx.select().from(roleGrants).where(eq(roleGrants.userId, user.id)).orderBy(roleGrants.id);
    const sent = await tx.$count(mails, eq(mails.recipient, email));
    return { name: user.name, actions: events.map(({ action }) => action), grants, mails: sent };
  });
}
