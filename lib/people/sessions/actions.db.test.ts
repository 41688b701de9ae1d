import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { sessions, userDeactivations } from "@/db/schema/people";
import { auditEvents } from "@/db/schema/platform";
import { loadActor } from "@/lib/permissions/load-actor";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { inRequest } from "@/lib/testing/request";
import { addUserForTest, signInForTest } from "@/lib/testing/sessions";
import { endOtherSessionsAction, endSessionAction } from "./actions";
import { listSessions } from "./queries";

const COOKIE = "next-auth.session-token";
const nobody = { actorId: null, requestId: null };
let own: { email: string; userId: string };
let other: { email: string; userId: string };

beforeEach(async () => {
  [own, other] = await Promise.all([addPerson(), addPerson()]);
});

describe("my sessions", () => {
  it("lists one's own in force, the latest first, and nobody else's", async () => {
    const first = await signInForTest(own.email, "Firefox on Windows");
    const second = await signInForTest(own.email, "Safari on an iPhone");
    const ended = await signInForTest(own.email);
    await signInForTest(other.email);
    await writeTransaction(nobody, (tx) =>
      tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.id, ended.sessionId)),
    );
    const actor = await readTransaction((tx) => loadActor(tx, { userId: own.userId }));
    if (actor === null) throw new Error("The account is gone.");
    expect((await listSessions(actor)).map(({ sessionId }) => sessionId)).toEqual([second.sessionId, first.sessionId]);
  });
});

describe("ending one session", () => {
  it("ends just that one and notes it", async () => {
    const here = await signInForTest(own.email);
    const there = await signInForTest(own.email, "Safari on an iPhone");
    expect((await end(here.token, there.sessionId)).result).toEqual({ ok: true, data: { ended: 1 } });
    expect(await openSessions(own.userId)).toEqual([here.sessionId]);
    expect(await endings(own.userId)).toEqual([{ device: "Safari on an iPhone", ended: "by its owner" }]);
  });

  it("of somebody else finds nothing and ends nothing, although the id is right", async () => {
    const here = await signInForTest(own.email);
    const theirs = await signInForTest(other.email);
    expect((await end(here.token, theirs.sessionId)).result).toMatchObject({ ok: false, code: "not_found" });
    expect(await openSessions(other.userId)).toEqual([theirs.sessionId]);
  });

  it("answers not found for an id that there is not, and invalid for what is no id", async () => {
    const here = await signInForTest(own.email);
    expect((await end(here.token, newId())).result).toMatchObject({ code: "not_found" });
    expect((await end(here.token, "1 or true")).result).toMatchObject({ code: "invalid" });
  });

  it("needs a session in force: an ended one and a deactivated person leave for the sign-in page", async () => {
    const here = await signInForTest(own.email);
    const there = await signInForTest(own.email);
    await end(here.token, here.sessionId);
    expect((await end(here.token, there.sessionId)).redirectedTo).toMatch(/^\/sign-in/);
    await writeTransaction(nobody, (tx) =>
      tx.insert(userDeactivations).values({ id: newId(), userId: own.userId, deactivatedAt: now() }),
    );
    expect((await end(there.token, there.sessionId)).redirectedTo).toMatch(/^\/sign-in/);
    expect(await openSessions(own.userId)).toEqual([there.sessionId]);
  });
});

describe("ending all others", () => {
  it("keeps the one it is done in, and other people's", async () => {
    const here = await signInForTest(own.email);
    await signInForTest(own.email);
    await signInForTest(own.email);
    const theirs = await signInForTest(other.email);
    const { result } = await endOthers(here.token);
    expect(result).toEqual({ ok: true, data: { ended: 2 } });
    expect(await openSessions(own.userId)).toEqual([here.sessionId]);
    expect(await openSessions(other.userId)).toEqual([theirs.sessionId]);
    expect(await endings(own.userId)).toHaveLength(2);
  });
});

describe("many at once", () => {
  it("all come through, more of them than there are connections", async () => {
    const here = await Promise.all(Array.from({ length: 12 }, () => signInForTest(own.email)));
    const answers = await Promise.all(here.map(({ token }) => endOthers(token)));
    const done = answers.filter(({ result }) => result?.ok === true);
    expect(done.length).toBeGreaterThan(0);
    expect(answers.filter(({ redirectedTo }) => redirectedTo !== null).length + done.length).toBe(12);
    expect((await openSessions(own.userId)).length).toBeLessThan(12);
  });

  it("in one session all say that it is done", async () => {
    const here = await signInForTest(own.email);
    const answers = await Promise.all(Array.from({ length: 12 }, () => endOthers(here.token)));
    expect(answers.map(({ result }) => result?.ok)).toEqual(Array.from({ length: 12 }, () => true));
    expect(await openSessions(own.userId)).toEqual([here.sessionId]);
  });
});

function endOthers(token: string) {
  return inRequest({ cookies: { [COOKIE]: token } }, () => endOtherSessionsAction(null, new FormData()));
}

function end(token: string, sessionId: string) {
  const form = new FormData();
  form.set("sessionId", sessionId);
  return inRequest({ cookies: { [COOKIE]: token } }, () => endSessionAction(null, form));
}

async function addPerson(): Promise<{ email: string; userId: string }> {
  const email = `person-${newId()}@remit.example`;
  return { email, userId: await writeTransaction(nobody, (tx) => addUserForTest(tx, email)) };
}

function openSessions(userId: string): Promise<string[]> {
  return readTransaction(async (tx) => {
    const rows = await tx.select().from(sessions).where(eq(sessions.userId, userId)).orderBy(sessions.id);
    return rows.filter(({ endedAt }) => endedAt === null).map(({ id }) => id);
  });
}

function endings(userId: string): Promise<unknown[]> {
  return readTransaction(async (tx) => {
    const events = await tx.select().from(auditEvents).where(eq(auditEvents.resourceId, userId));
    return events.filter(({ action }) => action === "session.end").map(({ after }) => after);
  });
}
