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
import { type ActionDefinition, confirmationOf, defineAction } from "./action";
import type { Decision } from "./decide";

const input = z.strictObject({ name: z.string().min(1, "Give a name.") });
type Definition = ActionDefinition<typeof input, { id: string }, string>;

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
  const email = `person-${newId()}@remit.example`;
  userId = await writeTransaction({ actorId: null, requestId: null }, (tx) => addUserForTest(tx, email, "Before"));
  cookies = { "next-auth.session-token": (await signInForTest(email)).token };
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
      confirmation: confirmationOf(confirm),
    });
    expect(await nameNow()).toBe("Before");
  });

  it("is done once exactly that was confirmed", async () => {
    const sent = { name: "After", confirmed: confirmationOf(confirm) };
    expect((await act({ authorize: async () => confirm }, sent)).result).toMatchObject({ ok: true });
    expect(await nameNow()).toBe("After");
  });

  it("is not done by a confirmation of something else, nor by a bare yes", async () => {
    const other = confirmationOf({ disappearing: [{ type: "partner", id: "p-2", name: "Another" }] });
    for (const confirmed of [other, "yes", "true", ""]) {
      const { result } = await act({ authorize: async () => confirm }, { name: "After", confirmed });
      expect(result).toMatchObject({ code: "confirmation_required" });
    }
    expect(await nameNow()).toBe("Before");
  });
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
    return { id: userId };
  },
  authorize: async () => {
    steps.push("authorize");
    return allow;
  },
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
