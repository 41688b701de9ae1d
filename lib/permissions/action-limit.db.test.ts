import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { readTransaction, writeTransaction } from "@/db/client";
import { auditEvents } from "@/db/schema/platform";
import { newId } from "@/lib/platform/ids";
import { inRequest } from "@/lib/testing/request";
import { addUserForTest, signInForTest } from "@/lib/testing/sessions";
import { type ActionDecision, type ActionDefinition, defineAction } from "./action";
import type { Decision } from "./decide";

const input = z.strictObject({ name: z.string().min(1) });
const allow: Decision = { outcome: "allow", reasons: [], disappearing: [], policyHash: "test" };
const deny: Decision = {
  ...allow,
  outcome: "deny",
  reasons: [{ code: "invalid", text: "No.", via: null, rule: null }],
};

let target: string;
let decision: ActionDecision;
let loads: number;

beforeEach(() => {
  target = newId();
  decision = allow;
  loads = 0;
});

/** A definition of its own for each test, so that no two count together. */
function limited(limit: ActionDefinition<typeof input, object, null>["limit"]) {
  return defineAction({
    name: "test.try",
    input,
    limit,
    load: async () => {
      loads += 1;
      return {};
    },
    authorize: async () => decision,
    confirms: () => ({ type: "test", id: target, version: null }),
    run: async () => ({ data: null, audit: [{ resourceType: "test", resourceId: target, after: { done: true } }] }),
    revalidate: () => undefined,
  });
}

type Tried = ReturnType<typeof limited>;

async function person(): Promise<string> {
  const email = `person-${newId()}@remit.example`;
  await writeTransaction({ actorId: null, requestId: null }, (tx) => addUserForTest(tx, email, "Amina Yusuf"));
  return (await signInForTest(email)).token;
}

async function attempt(token: string, action: Tried, name = "a"): Promise<string> {
  const { result } = await inRequest({ cookies: { "next-auth.session-token": token } }, () => action(null, { name }));
  return result?.ok === false ? result.code : "done";
}

function traces() {
  return readTransaction((tx) =>
    tx
      .select({ action: auditEvents.action, after: auditEvents.after })
      .from(auditEvents)
      .where(eq(auditEvents.resourceId, target)),
  );
}

describe("an action with a limit", () => {
  it("is refused beyond it before anything is loaded, and counts for each person apart", async () => {
    const action = limited({ name: `test-${newId()}`, points: 2, seconds: 3600 });
    const [first, second] = [await person(), await person()];
    expect([await attempt(first, action), await attempt(first, action), await attempt(first, action)]).toEqual([
      "done",
      "done",
      "rate_limited",
    ]);
    expect(loads).toBe(2);
    expect(await attempt(second, action)).toBe("done");
    expect(await traces()).toHaveLength(3);
  });

  it("counts what is refused as well, but not what cannot be read at all", async () => {
    const action = limited({ name: `test-${newId()}`, points: 2, seconds: 3600 });
    const token = await person();
    decision = deny;
    const answers = [await attempt(token, action, ""), await attempt(token, action), await attempt(token, action)];
    expect(answers).toEqual(["invalid", "invalid", "invalid"]);
    decision = allow;
    expect(await attempt(token, action)).toBe("rate_limited");
  });

  it("without one may be tried at will", async () => {
    const action = limited(undefined);
    const token = await person();
    for (let tries = 0; tries < 5; tries++) expect(await attempt(token, action)).toBe("done");
  });
});

describe("what a refusal leaves in the trail", () => {
  it("is kept although nothing was done, under its own name, and nothing else is", async () => {
    decision = {
      ...deny,
      audit: [{ action: "test.look_up", resourceType: "test", resourceId: target, after: { a: 1 } }],
    };
    expect(await attempt(await person(), limited(undefined))).toBe("invalid");
    expect(await traces()).toEqual([{ action: "test.look_up", after: { a: 1 } }]);
  });

  it("is nothing where the decision says nothing, and is not left by what is done", async () => {
    decision = deny;
    await attempt(await person(), limited(undefined));
    expect(await traces()).toEqual([]);
    decision = { ...allow, audit: [{ action: "test.look_up", resourceType: "test", resourceId: target }] };
    await attempt(await person(), limited(undefined));
    expect(await traces()).toEqual([{ action: "test.try", after: { done: true } }]);
  });
});
