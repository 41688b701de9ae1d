import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { readTransaction, writeTransaction } from "@/db/client";
import { users } from "@/db/schema/people";
import { auditEvents } from "@/db/schema/platform";
import { Refusal } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { inRequest } from "@/lib/testing/request";
import { addUserForTest, signInForTest } from "@/lib/testing/sessions";
import { type ActionDefinition, defineAction } from "./action";
import { confirmationOf } from "./confirmation";
import type { Decision } from "./decide";

const input = z.strictObject({ name: z.string().min(1, "Give a name.") });
type Definition = ActionDefinition<typeof input, { id: string; version: number }, string>;

const allow: Decision = { outcome: "allow", reasons: [], disappearing: [], policyHash: "test" };
const deny = (code: "outside_reach" | "not_visible" | "invalid"): Decision => ({
  ...allow,
  outcome: "deny",
  reasons: [{ code, text: "The reason in words.", via: null, rule: null }],
});

let userId: string;
let cookies: Record<string, string>;
let steps: string[];

beforeEach(async () => {
  cookies = await signInSomebody((id) => {
    userId = id;
  });
  steps = [];
});

describe("the order of steps", () => {
  it("is load, authorise, run, revalidate; the change and its trace are committed together", async () => {
    const { result } = await act({});
    expect(result).toEqual({ ok: true, data: "After" });
    expect(steps).toEqual(["load", "authorize", "run", "revalidate"]);
    expect(await nameNow()).toBe("After");
    expect(await traces()).toEqual([
      expect.objectContaining({
        actorId: userId,
        before: { name: "Before" },
        after: { name: "After" },
        requestId: "r-1",
      }),
    ]);
  });

  it("traces what was done to other records under the name that is given", async () => {
    const audit = [{ action: "role.end", resourceType: "user", resourceId: newId() }];
    await act({ run: async () => ({ data: "", audit }) });
    const found = eq(auditEvents.resourceId, audit[0]?.resourceId ?? "");
    expect(await readTransaction((tx) => tx.select().from(auditEvents).where(found))).toMatchObject(audit);
  });

  it("ends with nobody signed in before anything is parsed or loaded, on the way to the sign-in page", async () => {
    cookies = {};
    const { redirectedTo } = await act({});
    expect(redirectedTo).toBe("/sign-in?returnTo=%2Fpeople%2Fme");
    expect(steps).toEqual([]);
  });

  it("ends with input that does not fit before anything is loaded: a sentence a field, and what was typed", async () => {
    const { result } = await act({}, { name: "" });
    expect(result).toMatchObject({
      ok: false,
      code: "invalid",
      fields: { name: "Give a name." },
      values: { name: "" },
    });
    expect(steps).toEqual([]);
  });

  it("ends with a field that nobody asked for, instead of dropping it in silence", async () => {
    const { result } = await act({}, { name: "After", role: "root" });
    expect(result).toMatchObject({ ok: false, code: "invalid" });
    expect(await nameNow()).toBe("Before");
  });

  it("ends with a record out of sight before the policy is asked", async () => {
    const { result } = await act({ load: async () => null });
    expect(result).toMatchObject({ ok: false, code: "not_found" });
    expect(steps).toEqual([]);
  });
});

describe("a refused act", () => {
  it.each([
    ["outside_reach", "forbidden"],
    ["not_visible", "not_found"],
    ["invalid", "invalid"],
  ] as const)("for the reason %s answers %s and changes nothing", async (reason, code) => {
    const { result } = await act({ authorize: async () => deny(reason) });
    expect(result).toMatchObject({ ok: false, code });
    expect(steps).toEqual(["load"]);
    expect(await nameNow()).toBe("Before");
    expect(await traces()).toEqual([]);
  });

  it("tells the reasons in words where the record may be seen", async () => {
    const { result } = await act({ authorize: async () => deny("outside_reach") });
    expect(result).toMatchObject({ reasons: [{ code: "outside_reach", text: "The reason in words." }] });
  });

  it("of a part says so on the field that the part came from", async () => {
    const fields = { name: "Not this one." };
    const { result } = await act({ authorize: async () => ({ ...deny("outside_reach"), fields }) });
    expect(result).toMatchObject({ code: "forbidden", fields, message: expect.stringMatching(/^A part of this/) });
    expect(await nameNow()).toBe("Before");
  });

  it("thrown during the change rolls it back", async () => {
    const { result } = await act({
      run: async (ask) => {
        await definition.run(ask);
        throw new Refusal("conflict");
      },
    });
    expect(result).toMatchObject({ ok: false, code: "conflict" });
    expect(await nameNow()).toBe("Before");
    expect(await traces()).toEqual([]);
  });

  it("by a fault rolls back, and tells the person nothing but a sentence and the request's id", async () => {
    const { result } = await act({
      run: async (ask) => {
        await definition.run(ask);
        throw new Error("the password is secret");
      },
    });
    expect(result).toMatchObject({ ok: false, code: "unavailable", requestId: "r-1" });
    expect(JSON.stringify(result)).not.toContain("password");
    expect(await nameNow()).toBe("Before");
  });
});

describe("a change that takes something out of sight", () => {
  const confirm: Decision = {
    ...allow,
    outcome: "confirm",
    disappearing: [{ type: "partner", id: "p-1", name: "Hulme Garden Centre" }],
  };

  it("is not done without confirmation, and names what would disappear", async () => {
    const { result } = await act({ authorize: async () => confirm });
    expect(result).toMatchObject({
      ok: false,
      code: "confirmation_required",
      disappearing: [{ name: "Hulme Garden Centre" }],
      confirmation: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await nameNow()).toBe("Before");
  });

  it("is done once exactly that was confirmed", async () => {
    expect((await act(asking, { name: "After", confirmed: await asked() })).result).toMatchObject({ ok: true });
    expect(await nameNow()).toBe("After");
  });

  it("is not done by a bare yes, a shortened confirmation or one made up without the portal's secret", async () => {
    const confirmed = await asked();
    const flipped = `${confirmed.startsWith("0") ? "1" : "0"}${confirmed.slice(1)}`;
    for (const tampered of [flipped, confirmed.slice(0, -1), `${confirmed}0`, "yes", "true", ""]) {
      expect(await answer(asking, { name: "After", confirmed: tampered })).toBe("confirmation_required");
    }
    expect(await nameNow()).toBe("Before");
  });

  it("is not done when other values are sent, other records would disappear, or it is another action", async () => {
    const confirmed = await asked();
    const others = { ...confirm, disappearing: [...confirm.disappearing, { type: "user", id: "u-1", name: "Amina" }] };
    expect(await answer(asking, { name: "Something else", confirmed })).toBe("confirmation_required");
    expect(await answer({ authorize: async () => others }, { name: "After", confirmed })).toBe("confirmation_required");
    expect(await answer({ ...asking, name: "user.rename" }, { name: "After", confirmed })).toBe(
      "confirmation_required",
    );
    expect(await nameNow()).toBe("Before");
  });

  it("is not done when the record was changed meanwhile, or is another one", async () => {
    const confirmed = await asked();
    for (const record of [
      { id: userId, version: 2 },
      { id: newId(), version: 1 },
    ]) {
      const code = await answer({ ...asking, load: async () => record }, { name: "After", confirmed });
      expect(code).toBe("confirmation_required");
    }
  });

  it("is not done by somebody else's confirmation of the very same change", async () => {
    const confirmed = await asked();
    cookies = await signInSomebody();
    expect(await answer(asking, { name: "After", confirmed })).toBe("confirmation_required");
    expect(await nameNow()).toBe("Before");
  });

  const asking = { authorize: async () => confirm };

  async function answer(changes: Partial<Definition>, sent: Record<string, string>): Promise<string | null> {
    const { result } = await act(changes, sent);
    return result === null || result.ok ? null : result.code;
  }

  async function asked(): Promise<string> {
    const { result } = await act(asking);
    return result === null || result.ok ? "" : (result.confirmation ?? "");
  }
});

describe("a confirmation", () => {
  const change = {
    actorId: "a",
    action: "user.update",
    record: { type: "user", id: "u", version: 1 },
    disappearing: [],
  };

  it("does not depend on the order of fields, but on that of a list, and on every part", () => {
    const of = (input: unknown) => confirmationOf({ ...change, input });
    expect(of({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(of({ b: { c: [1, 2] }, a: 1 }));
    const different = [{ a: [1, 2] }, { a: [2, 1] }, { a: "1" }, { a: 1 }, { a: [["b", 1]] }, { a: { b: 1 } }, {}];
    expect(new Set(different.map(of)).size).toBe(different.length);
  });

  it("is not made for a file, whose contents it would not cover", () => {
    expect(() => confirmationOf({ ...change, input: { photo: new File(["x"], "x.png") } })).toThrow("plain data");
  });
});

it("an action whose rows have a version does not type-check with a confirmation that leaves it out", () => {
  // @ts-expect-error because a confirmation would outlive a change of the record
  const forgetful: Definition = { ...definition, confirms: ({ row }) => ({ type: "user", id: row.id, version: null }) };
  expect(() => defineAction(forgetful)).not.toThrow();
});

it("an action without its check does not type-check", () => {
  const { authorize: _authorize, ...unchecked } = definition;
  // @ts-expect-error because the policy is not asked anywhere
  expect(() => defineAction(unchecked)).not.toThrow();
});

const definition: Definition = {
  name: "user.update",
  input,
  load: async () => {
    steps.push("load");
    return { id: userId, version: 1 };
  },
  authorize: async () => {
    steps.push("authorize");
    return allow;
  },
  confirms: ({ row }) => ({ type: "user", id: row.id, version: row.version }),
  run: async ({ tx, input: { name }, row }) => {
    steps.push("run");
    await tx.update(users).set({ name }).where(eq(users.id, row.id));
    const audit = [{ resourceType: "user", resourceId: row.id, before: { name: "Before" }, after: { name } }];
    return { data: name, audit };
  },
  revalidate: () => void steps.push("revalidate"),
};

function act(changes: Partial<Definition>, sent: Record<string, string> = { name: "After" }) {
  const action = defineAction({ ...definition, ...changes });
  const form = new FormData();
  for (const [name, value] of Object.entries(sent)) form.set(name, value);
  const headers = { "x-request-id": "r-1", "x-remit-path": "/people/me" };
  return inRequest({ headers, cookies }, () => action(null, form));
}

async function signInSomebody(hear: (id: string) => void = () => undefined): Promise<Record<string, string>> {
  const email = `person-${newId()}@remit.example`;
  hear(await writeTransaction({ actorId: null, requestId: null }, (tx) => addUserForTest(tx, email, "Before")));
  return { "next-auth.session-token": (await signInForTest(email)).token };
}

async function nameNow(): Promise<string | undefined> {
  const [user] = await readTransaction((tx) => tx.select().from(users).where(eq(users.id, userId)));
  return user?.name;
}

function traces() {
  return readTransaction(async (tx) => {
    const events = await tx.select().from(auditEvents).where(eq(auditEvents.resourceId, userId));
    return events.filter(({ action }) => action === "user.update");
  });
}
