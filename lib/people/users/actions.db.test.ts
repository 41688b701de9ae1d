import { beforeEach, describe, expect, it } from "vitest";
import { giveGrantAction } from "@/lib/people/grants/actions";
import type { ServerAction } from "@/lib/platform/action/pipeline";
import { type Acted, act, type Fields } from "@/lib/testing/partner-acts";
import { actorOf, emailOf, rolesNow, traceOf } from "@/lib/testing/people-acts";
import { answers, answersTo } from "@/lib/testing/people-answers";
import { peopleWorld } from "@/lib/testing/people-world";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { deactivateUserAction, reactivateUserAction, updateUserAction } from "./actions";
import { getUser } from "./queries";

beforeEach(() => loadForTest(peopleWorld, { reset: true }));

/** A person's particulars as root reads them now. */
async function userNow(who: string) {
  const found = await getUser(await actorOf("root"), emailOf(who));
  if (found === null) throw new Error(`There is no ${who}.`);
  const { name, phone, version, deactivation } = found.user;
  return { name, phone, version, deactivated: deactivation !== null };
}

async function save(who: string, userId: string, fields: Fields, version?: number): Promise<Acted> {
  const current = version ?? (await userNow(userId)).version;
  return act(who, updateUserAction, { userId: emailOf(userId), version: current, ...fields });
}

describe("changing name and phone", () => {
  it("is for root and the person; whoever sees the person is told why not, to everybody else there is nobody", async () => {
    expect(await answersTo((who) => save(who, "co", { name: "Cora Cole" }))).toEqual(
      answers({ done: ["root", "co"], forbidden: ["area", "city", "pa", "own", "both"] }),
    );
  });

  it("writes what differs, raises the version by one and leaves both values in the trail", async () => {
    expect((await save("root", "co", { name: "  Cora  Cole ", phone: "0161 496 0020" })).to).toBe(
      "/people/co%40people.example?notice=user-saved",
    );
    expect(await userNow("co")).toMatchObject({ name: "Cora Cole", phone: "0161 496 0020", version: 2 });
    expect(await traceOf(emailOf("co"))).toMatchObject([
      { action: "user.update", before: { name: "Person co" }, after: { name: "Cora Cole" } },
    ]);
    await save("co", "co", { phone: "" });
    expect(await userNow("co")).toMatchObject({ name: "Cora Cole", phone: null, version: 3 });
  });

  it("to what they are already is no change: no version, no event, also for whoever may only open the page", async () => {
    expect((await save("root", "co", { name: "Person co", phone: "0161 496 0020" })).to).not.toBeNull();
    expect((await save("own", "co", { name: "Person co" })).to).not.toBeNull();
    expect((await userNow("co")).version).toBe(1);
    expect(await traceOf(emailOf("co"))).toEqual([]);
  });

  it("on an older version is a conflict that shows who changed it and what it is now, and overwrites nothing", async () => {
    await save("root2", "co", { name: "Cora Cole" });
    const { refused } = await save("root", "co", { name: "Corinna Cole" }, 1);
    expect(refused).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Person root2 changed this person"),
      stale: { version: 2, by: "Person root2", values: { name: "Cora Cole", phone: "0161 496 0020" } },
    });
    expect((await userNow("co")).name).toBe("Cora Cole");
    const own = await save("co", "co", { name: "Corinna Cole" }, 1);
    expect(own.refused?.stale?.by).toBeNull();
    expect(own.refused?.message).toContain("Somebody changed");
    expect((await save("root", "co", { name: "Corinna Cole" }, 2)).to).not.toBeNull();
  });

  it.each<[Fields, string]>([
    [{ name: " " }, "name"],
    [{ name: "x".repeat(121) }, "name"],
    [{ name: "two\nlines" }, "name"],
    [{ phone: "ask Jo" }, "phone"],
  ])("to %j is refused on its field", async (fields, field) => {
    const { refused } = await save("root", "co", fields);
    expect(refused).toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    expect(await userNow("co")).toMatchObject({ name: "Person co", version: 1 });
  });

  it("never takes another field along", async () => {
    const { refused } = await save("root", "co", { name: "Cora Cole", email: "other@people.example" });
    expect(refused?.code).toBe("invalid");
    expect((await userNow("co")).name).toBe("Person co");
  });
});

describe("putting an account out of use and back", () => {
  const deactivate = (who: string, userId: string) => act(who, deactivateUserAction, { userId: emailOf(userId) });
  const reactivate = (who: string, userId: string) => act(who, reactivateUserAction, { userId: emailOf(userId) });

  it("is root's alone; not even the person may do it", async () => {
    expect(await answersTo((who) => deactivate(who, "co"))).toEqual(
      answers({ done: ["root"], forbidden: ["area", "city", "pa", "own", "co", "both"] }),
    );
    expect(await answersTo((who) => reactivate(who, "gone"))).toEqual(
      answers({ done: ["root"], forbidden: ["area", "city", "lone"] }),
    );
  });

  it("ends every session at once; back in use, the roles are there again but no old session", async () => {
    const { token } = await signInForTest(emailOf("co"));
    expect((await deactivate("root", "co")).to).toBe("/people/co%40people.example?notice=user-deactivated");
    expect(await userNow("co")).toMatchObject({ deactivated: true });
    expect(await redirectOf(token, updateUserAction)).toMatch(/^\/sign-in/);
    expect((await reactivate("root", "co")).to).toContain("user-reactivated");
    expect(await userNow("co")).toMatchObject({ deactivated: false });
    expect(await redirectOf(token, updateUserAction)).toMatch(/^\/sign-in/);
    expect(await rolesNow("co")).toEqual(["partner_admin garden"]);
    expect((await traceOf(emailOf("co"))).map(({ action }) => action)).toEqual(["user.deactivate", "user.reactivate"]);
  });

  it("done already is a conflict, and leaves no event", async () => {
    expect((await deactivate("root", "gone")).refused?.code).toBe("conflict");
    expect((await reactivate("root", "co")).refused?.code).toBe("conflict");
    expect(await traceOf(emailOf("gone"))).toEqual([]);
  });

  it("never leaves the portal without a root", async () => {
    expect((await deactivate("root", "root2")).to).not.toBeNull();
    const { refused } = await deactivate("root", "root");
    expect(refused).toMatchObject({ code: "invalid", message: expect.stringContaining("no other is left") });
    expect((await userNow("root")).deactivated).toBe(false);
  });

  it("leaves it no root alone whose role has a last day, who may be put out of use", async () => {
    await act("root", giveGrantAction, { userId: emailOf("root2"), role: "root", endsOn: "2099-12-31" });
    expect((await deactivate("root2", "root")).refused?.code).toBe("invalid");
    expect((await userNow("root")).deactivated).toBe(false);
    expect((await deactivate("root", "root2")).to).not.toBeNull();
  });
});

async function redirectOf(token: string, action: ServerAction<unknown>): Promise<string | null> {
  const { redirectedTo } = await inRequest({ cookies: { "next-auth.session-token": token } }, () =>
    action(null, new FormData()),
  );
  return redirectedTo;
}
