import { beforeEach, describe, expect, it } from "vitest";
import { onStatement, readTransaction, writeTransaction } from "@/db/client";
import { userDeactivations } from "@/db/schema/people";
import { mails } from "@/db/schema/platform";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { addUserForTest } from "@/lib/testing/sessions";
import { CONFIRM_LIMIT, limitConfirming, requestSignIn, SOURCE_LIMIT } from "./request-sign-in";

const nobody = { actorId: null, requestId: null };
let source: string;

beforeEach(() => {
  source = `source ${newId()}`;
});

describe("asking for a mail", () => {
  it("takes the very same statements for a known, an unknown and a deactivated address, so that time tells nothing", async () => {
    const [known, deactivated] = [address(), address()];
    await writeTransaction(nobody, async (tx) => {
      await addUserForTest(tx, known);
      const userId = await addUserForTest(tx, deactivated);
      await tx.insert(userDeactivations).values({ id: newId(), userId, deactivatedAt: now() });
    });
    const [first, second, third] = [
      await statementsOf(known),
      await statementsOf(address()),
      await statementsOf(deactivated),
    ];
    expect(first.length).toBeGreaterThan(5);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it("is refused to a source that asks for ever new addresses, and then sends no mail", async () => {
    for (let time = 0; time < SOURCE_LIMIT.points; time += 1) {
      expect(await ask(address())).toMatchObject({ outcome: "sent" });
    }
    const before = await readTransaction((tx) => tx.$count(mails));
    expect(await ask(address())).toMatchObject({
      outcome: "wait",
      sentence: expect.stringMatching(/Try again in \d+ minutes/),
    });
    expect(await readTransaction((tx) => tx.$count(mails))).toBe(before);
    source = `another ${newId()}`;
    expect(await ask(address())).toMatchObject({ outcome: "sent" });
  });
});

it("trying links and codes is limited by source", async () => {
  for (let time = 0; time < CONFIRM_LIMIT.points; time += 1) expect(await limitConfirming(source)).toBeNull();
  expect(await limitConfirming(source)).toMatch(/^Too many tries\. Try again in \d+ minutes\.$/);
  expect(await limitConfirming(`another ${newId()}`)).toBeNull();
});

function address(): string {
  return `person-${newId()}@remit.example`;
}

function ask(email: string) {
  return requestSignIn({ email, returnTo: "/dashboard", source, requestId: "r-1" });
}

async function statementsOf(email: string): Promise<string[]> {
  const statements: string[] = [];
  onStatement((text) => statements.push(text));
  await ask(email);
  onStatement(null);
  return statements;
}
