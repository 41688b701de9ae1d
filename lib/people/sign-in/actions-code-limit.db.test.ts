import { eq, isNotNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { signInChallenges } from "@/db/schema/people";
import { mails, rateLimits } from "@/db/schema/platform";
import { holdClock, now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { WRONG_CODES_PER_DAY } from "@/lib/platform/sign-in/challenges";
import { inRequest } from "@/lib/testing/request";
import { addUserForTest } from "@/lib/testing/sessions";
import { confirmCodeAction, confirmLinkAction, requestSignInAction } from "./actions";

const SESSION_COOKIE = "next-auth.session-token";
const nobody = { actorId: null, requestId: null };
let email: string;

beforeEach(async () => {
  email = await addPerson();
  await writeTransaction(nobody, (tx) => tx.delete(rateLimits).where(isNotNull(rateLimits.key)));
});

afterEach(() => holdClock(null));

describe("the mailed code", () => {
  it("is refused, even the right one, after twenty wrong ones for its address within a day; the link still works", async () => {
    for (let time = 0; time < 4; time += 1) await guess(5);
    const fifth = await ask(email);
    const { code, token } = await mailed(email);
    const { result, cookies } = await enter(code, fifth.cookies);
    expect(result).toMatchObject({
      code: "code_wrong",
      fields: { code: "This code is not right. Use the link in the mail." },
    });
    expect(cookies[SESSION_COOKIE]).toBeUndefined();
    expect((await press(token)).redirectedTo).toBe("/dashboard");
  });

  it("is looked at again a day later, and always for another address", async () => {
    for (let time = 0; time < 4; time += 1) await guess(5);
    const other = await addPerson();
    const beside = await ask(other);
    expect((await enter((await mailed(other)).code, beside.cookies)).redirectedTo).toBe("/dashboard");
    holdClock(new Date(now().getTime() + 24 * 3_600_000 + 1_000));
    const { cookies } = await ask(email);
    expect((await enter((await mailed(email)).code, cookies)).redirectedTo).toBe("/dashboard");
  });

  it("is guessed twenty times a day at most, also when many challenges are tried at once", async () => {
    const opened: Awaited<ReturnType<typeof ask>>[] = [];
    for (let time = 0; time < 5; time += 1) opened.push(await ask(email));
    const wrong = await wrongFor(email);
    const tries = opened.flatMap(({ cookies }) => Array.from({ length: 5 }, () => enter(wrong, cookies)));
    await Promise.all(tries);
    const counted = await readTransaction((tx) =>
      tx.select().from(signInChallenges).where(eq(signInChallenges.email, email)),
    );
    expect(counted.reduce((sum, { codeAttempts }) => sum + codeAttempts, 0)).toBe(WRONG_CODES_PER_DAY);
  });
});

/** Asks for a mail and tries this many wrong codes. */
async function guess(times: number): Promise<void> {
  const { cookies } = await ask(email);
  const wrong = await wrongFor(email);
  for (let time = 0; time < times; time += 1) await enter(wrong, cookies);
}

/** A code that is none of the mailed ones. */
async function wrongFor(address: string): Promise<string> {
  const sent = await readTransaction((tx) => tx.select().from(mails).where(eq(mails.recipient, address)));
  const codes = sent.map(({ text }) => /^(\d{6})$/m.exec(text ?? "")?.[1]);
  const free = ["000000", "000001", "000002", "000003", "000004", "000005"].find((code) => !codes.includes(code));
  if (free === undefined) throw new Error("Every code tried for is a mailed one.");
  return free;
}

/** The secrets of the latest mail to this address. */
async function mailed(recipient: string): Promise<{ token: string; code: string }> {
  const sent = await readTransaction((tx) =>
    tx.select().from(mails).where(eq(mails.recipient, recipient)).orderBy(mails.id),
  );
  const text = sent.at(-1)?.text ?? "";
  const token = /\/sign-in\/confirm\/([\w-]{43})/.exec(text)?.[1];
  const code = /^(\d{6})$/m.exec(text)?.[1];
  if (token === undefined || code === undefined) throw new Error(`The mail lacks link or code: ${text}`);
  return { token, code };
}

function ask(address: string) {
  return inRequest({}, () => requestSignInAction(null, { email: address }));
}

function enter(code: string, cookies: Readonly<Record<string, string>>) {
  return inRequest({ cookies }, () => confirmCodeAction(null, { code }));
}

function press(token: string) {
  return inRequest({}, () => confirmLinkAction(null, { token }));
}

async function addPerson(): Promise<string> {
  const address = `person-${newId()}@remit.example`;
  await writeTransaction(nobody, (tx) => addUserForTest(tx, address));
  return address;
}
