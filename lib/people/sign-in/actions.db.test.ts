import { eq, isNotNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTransaction, type Transaction, writeTransaction } from "@/db/client";
import { sessions, signInChallenges, userDeactivations, users } from "@/db/schema/people";
import { auditEvents, mails, rateLimits } from "@/db/schema/platform";
import { holdClock, now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { findSession } from "@/lib/platform/sign-in/sessions";
import { inRequest, type TestRequest } from "@/lib/testing/request";
import { addUserForTest, signInForTest } from "@/lib/testing/sessions";
import { confirmCodeAction, confirmLinkAction, demoSignInAction, requestSignInAction, signOutAction } from "./actions";

const SESSION_COOKIE = "next-auth.session-token";
const CHALLENGE_COOKIE = "remit.sign-in";
const browser: TestRequest = {
  headers: { "user-agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0" },
};

let email: string;

beforeEach(async () => {
  email = `person-${newId()}@remit.example`;
  await write((tx) => addUserForTest(tx, email, "Amina Yusuf"));
  await write((tx) => tx.delete(rateLimits).where(isNotNull(rateLimits.key)));
});

afterEach(() => holdClock(null));

describe("asking for a sign-in mail", () => {
  it("answers unknown, known and deactivated addresses alike, and makes no account", async () => {
    const deactivated = `gone-${newId()}@remit.example`;
    await write(async (tx) => deactivate(tx, await addUserForTest(tx, deactivated)));
    const unknown = `nobody-${newId()}@remit.example`;
    const before = await countUsers();
    const answers = await Promise.all([email, deactivated, unknown].map((address) => ask(address)));
    for (const answer of answers) {
      expect({
        result: answer.result,
        redirectedTo: answer.redirectedTo,
        cookies: Object.keys(answer.cookies),
      }).toEqual({
        result: null,
        redirectedTo: "/sign-in/check",
        cookies: [CHALLENGE_COOKIE],
      });
    }
    expect(await countUsers()).toBe(before);
  });

  it("sends a working link only to an account in use, and to others a mail that says why not", async () => {
    const unknown = `nobody-${newId()}@remit.example`;
    await ask(email);
    await ask(unknown);
    expect((await latestMail(email)).template).toBe("sign-in");
    const refusal = await latestMail(unknown);
    expect(refusal.template).toBe("no-account");
    expect(`${refusal.html}${refusal.text}`).not.toMatch(/sign-in\/confirm|\b\d{6}\b/);
  });

  it("finds an account whatever the case of the address and the spaces around it", async () => {
    await ask(`  ${email.toUpperCase()} `);
    expect((await latestMail(email)).template).toBe("sign-in");
  });

  it("refuses what is no address, says so beside the field and gives back what was typed", async () => {
    const { result } = await ask("not an address");
    expect(result).toMatchObject({
      ok: false,
      code: "invalid",
      fields: { email: expect.stringContaining("does not look like an e-mail address") },
      values: { email: "not an address" },
    });
  });

  it("refuses the sixth mail to one address, known or not, with a sentence and the address still in the field", async () => {
    for (const address of [email, `nobody-${newId()}@remit.example`]) {
      for (let time = 0; time < 5; time += 1) expect((await ask(address)).redirectedTo).toBe("/sign-in/check");
      const { result } = await ask(address);
      expect(result).toMatchObject({ ok: false, code: "rate_limited", values: { email: address } });
      expect(result).toHaveProperty("message", expect.stringMatching(/^Too many tries\. Try again in \d+ minutes\.$/));
    }
  });

  it("keeps neither link nor code nor session token in the tables, only in the mail", async () => {
    await ask(email);
    const { token, code } = await mailed(email);
    const { cookies } = await press(token);
    const stored = await readTransaction(async (tx) => ({
      challenges: await tx.select().from(signInChallenges),
      sessions: await tx.select().from(sessions),
      events: await tx.select().from(auditEvents),
    }));
    const text = JSON.stringify(stored);
    expect(text).toContain(email);
    for (const secret of [token, cookies[SESSION_COOKIE], `"${code}"`]) expect(text).not.toContain(secret);
  });
});

describe("the mailed link", () => {
  it("signs in by its button, once, and returns to the page asked for", async () => {
    await ask(email, "/places/partners?page=2");
    const { token } = await mailed(email);
    const first = await press(token);
    expect(first.redirectedTo).toBe("/places/partners?page=2");
    expect(await sessionOf(first.cookies)).toMatchObject({ email });
    const second = await press(token);
    expect(second.result).toMatchObject({ ok: false, code: "challenge_over" });
    expect(second.cookies[SESSION_COOKIE]).toBeUndefined();
  });

  it("makes one session when it is pressed twice at once", async () => {
    await ask(email);
    const { token } = await mailed(email);
    const answers = await Promise.all(Array.from({ length: 8 }, () => press(token)));
    expect(answers.filter(({ redirectedTo }) => redirectedTo !== null)).toHaveLength(1);
    expect(await countSessions(email)).toBe(1);
  });

  it("works in another browser than the one that asked", async () => {
    await ask(email);
    const { token } = await mailed(email);
    expect(await sessionOf((await press(token)).cookies)).toMatchObject({ email });
  });

  it("runs out after ten minutes", async () => {
    await ask(email);
    const { token } = await mailed(email);
    holdClock(new Date(now().getTime() + 10 * 60_000));
    expect((await press(token)).result).toMatchObject({ ok: false, code: "challenge_over" });
    expect(await countSessions(email)).toBe(0);
  });

  it("signs nobody in who was deactivated after asking", async () => {
    await ask(email);
    const { token } = await mailed(email);
    await write(async (tx) => deactivate(tx, await userIdOf(tx, email)));
    expect((await press(token)).result).toMatchObject({ ok: false, code: "challenge_over" });
    expect(await countSessions(email)).toBe(0);
  });

  it("stops working when its person has signed in by another mail", async () => {
    await ask(email);
    const older = await mailed(email);
    await ask(email);
    const newer = await mailed(email);
    await press(newer.token);
    expect((await press(older.token)).result).toMatchObject({ code: "challenge_over" });
  });

  it("never opens with a made-up token", async () => {
    await ask(email);
    expect((await press("A".repeat(43))).result).toMatchObject({ code: "challenge_over" });
    expect(await countSessions(email)).toBe(0);
  });

  it("ends the session that the browser had before", async () => {
    const old = await signInForTest(email);
    await ask(email);
    const { token } = await mailed(email);
    const form = formOf({ token });
    await inRequest({ ...browser, cookies: { [SESSION_COOKIE]: old.token } }, () => confirmLinkAction(null, form));
    expect(await readTransaction((tx) => findSession(tx, old.token))).toBeNull();
  });
});

describe("the mailed code", () => {
  it("signs in, once, in the browser that asked, however it is spaced", async () => {
    const { cookies } = await ask(email, "/account/sessions");
    const { code } = await mailed(email);
    const done = await enter(`${code.slice(0, 3)} ${code.slice(3)}`, cookies);
    expect(done.redirectedTo).toBe("/account/sessions");
    expect(await sessionOf(done.cookies)).toMatchObject({ email });
    expect((await enter(code, cookies)).result).toMatchObject({ code: "challenge_over" });
  });

  it("is worth nothing in another browser", async () => {
    await ask(email);
    const { code } = await mailed(email);
    const stranger = await ask(`nobody-${newId()}@remit.example`);
    expect((await enter(code, {})).result).toMatchObject({ code: "challenge_over" });
    expect((await enter(code, stranger.cookies)).result).toMatchObject({ code: "code_wrong" });
    expect(await countSessions(email)).toBe(0);
  });

  it("is not looked at any more after five wrong ones; the link still works", async () => {
    const { cookies } = await ask(email);
    const { code, token } = await mailed(email);
    const wrong = code === "000000" ? "000001" : "000000";
    for (const code of ["code_wrong", "code_wrong", "code_wrong", "code_wrong", "challenge_over"]) {
      expect((await enter(wrong, cookies)).result).toMatchObject({ ok: false, code });
    }
    expect((await enter(code, cookies)).result).toMatchObject({
      code: "challenge_over",
      message: "Too many wrong codes.",
    });
    expect(await countSessions(email)).toBe(0);
    expect((await press(token)).redirectedTo).toBe("/dashboard");
  });

  it("makes one session when it is sent twice at once", async () => {
    const { cookies } = await ask(email);
    const { code } = await mailed(email);
    await Promise.all(Array.from({ length: 4 }, () => enter(code, cookies)));
    expect(await countSessions(email)).toBe(1);
  });

  it("runs out after ten minutes", async () => {
    const { cookies } = await ask(email);
    const { code } = await mailed(email);
    holdClock(new Date(now().getTime() + 10 * 60_000));
    expect((await enter(code, cookies)).result).toMatchObject({ code: "challenge_over" });
  });
});

describe("demo accounts and signing out", () => {
  it("a demo sign-in finds nobody outside the demo, though the account exists", async () => {
    const { result, cookies } = await inRequest(browser, () => demoSignInAction(null, formOf({ email })));
    expect(result).toMatchObject({ ok: false, code: "not_found" });
    expect(cookies).toEqual({});
    expect(await countSessions(email)).toBe(0);
  });

  it("signing out ends the session itself, not only the cookie, and leaves a trace", async () => {
    const { token } = await signInForTest(email);
    const out = await inRequest({ cookies: { [SESSION_COOKIE]: token } }, () => signOutAction(null, new FormData()));
    expect(out.redirectedTo).toBe("/sign-in");
    expect(out.cookies[SESSION_COOKIE]).toBe("");
    expect(await readTransaction((tx) => findSession(tx, token))).toBeNull();
    const actions = await readTransaction(async (tx) => {
      const id = await userIdOf(tx, email);
      return tx.select({ action: auditEvents.action }).from(auditEvents).where(eq(auditEvents.resourceId, id));
    });
    expect(actions).toEqual([{ action: "session.start" }, { action: "session.end" }]);
  });
});

function ask(address: string, returnTo = "") {
  return inRequest(browser, () => requestSignInAction(null, formOf({ email: address, returnTo })));
}

function press(token: string) {
  return inRequest(browser, () => confirmLinkAction(null, formOf({ token })));
}

function enter(code: string, cookies: Readonly<Record<string, string>>) {
  return inRequest({ ...browser, cookies }, () => confirmCodeAction(null, formOf({ code })));
}

function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

async function latestMail(recipient: string) {
  const found = await readTransaction((tx) =>
    tx.select().from(mails).where(eq(mails.recipient, recipient)).orderBy(mails.id),
  );
  const mail = found.at(-1);
  if (mail === undefined) throw new Error(`There is no mail to ${recipient}.`);
  return mail;
}

/** The secrets as a reader finds them in the plain text of the mail. */
async function mailed(recipient: string): Promise<{ token: string; code: string }> {
  const { text } = await latestMail(recipient);
  const token = /\/sign-in\/confirm\/([\w-]{43})/.exec(text ?? "")?.[1];
  const code = /^(\d{6})$/m.exec(text ?? "")?.[1];
  if (token === undefined || code === undefined) throw new Error(`The mail lacks link or code: ${text}`);
  return { token, code };
}

function sessionOf(cookies: Readonly<Record<string, string>>) {
  return readTransaction((tx) => findSession(tx, cookies[SESSION_COOKIE] ?? ""));
}

function write<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return writeTransaction({ actorId: null, requestId: null }, work);
}

async function deactivate(tx: Transaction, userId: string): Promise<void> {
  await tx.insert(userDeactivations).values({ id: newId(), userId, deactivatedAt: now() });
}

async function userIdOf(tx: Transaction, address: string): Promise<string> {
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, address));
  return user?.id ?? "";
}

function countUsers(): Promise<number> {
  return readTransaction((tx) => tx.$count(users));
}

function countSessions(address: string): Promise<number> {
  return readTransaction(async (tx) => tx.$count(sessions, eq(sessions.userId, await userIdOf(tx, address))));
}
