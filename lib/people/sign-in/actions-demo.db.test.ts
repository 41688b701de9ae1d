import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { sessions, userDeactivations } from "@/db/schema/people";
import { EMBEDDED_OWNER, env, settleEnv } from "@/env";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { getMailboxMail, listMailbox } from "@/lib/platform/mail/mailbox";
import { queueMail } from "@/lib/platform/mail/queue";
import { demoAccounts } from "@/lib/platform/sign-in/constants";
import { noAccountMail } from "@/lib/platform/sign-in/emails/no-account-mail";
import { inRequest } from "@/lib/testing/request";
import { addUserForTest } from "@/lib/testing/sessions";
import { demoSignInAction } from "./actions";

const nobody = { actorId: null, requestId: null };
const inEarnest = { APP_URL: "https://portal.example", SMTP_URL: "smtp://mail.example" };
const [offered = { email: "" }, another = { email: "" }] = demoAccounts;
let email: string;
let anotherId: string;

beforeAll(async () => {
  await writeTransaction(nobody, (tx) => addUserForTest(tx, offered.email));
  anotherId = await writeTransaction(nobody, (tx) => addUserForTest(tx, another.email));
});

beforeEach(() => {
  settleEnv({ ...process.env, DEMO: "1" });
  email = offered.email;
});

describe("in the embedded demo", () => {
  it("one click signs in, and every mail can be read", async () => {
    expect(env.demo).toBe(true);
    const answer = await press();
    expect(answer.redirectedTo).toBe("/dashboard");
    expect(answer.cookies).toHaveProperty(["next-auth.session-token"]);
    const mailId = await queue();
    expect((await listMailbox(email))?.map(({ id }) => id)).toEqual([mailId]);
    expect((await getMailboxMail(mailId))?.text).toContain("no account");
  });

  it("one click returns to the page asked for, and never to another site", async () => {
    expect((await press("/places/partners?why=1")).redirectedTo).toBe("/places/partners?why=1");
    expect((await press("//evil.example")).redirectedTo).toBe("/dashboard");
  });

  it("nobody's mail is found for an address with a NUL, which the database could not compare", async () => {
    expect(await listMailbox("\0")).toEqual([]);
  });

  it("an offered account that is deactivated cannot be clicked into", async () => {
    await writeTransaction(nobody, (tx) =>
      tx.insert(userDeactivations).values({ id: newId(), userId: anotherId, deactivatedAt: now() }),
    );
    email = another.email;
    expect((await press()).result).toMatchObject({ code: "not_found" });
  });

  it("no account but those offered can be clicked into, though it is in use", async () => {
    email = `person-${newId()}@remit.example`;
    await writeTransaction(nobody, (tx) => addUserForTest(tx, email));
    const answer = await press();
    expect(answer.result).toMatchObject({ code: "not_found" });
    expect(answer.cookies).toEqual({});
  });
});

describe.each([
  ["with DEMO=0", () => settleEnv({ ...process.env, DEMO: "0" })],
  [
    "with a DATABASE_URL of one's own",
    () => settleEnv({ ...process.env, ...inEarnest, REMIT_EMBEDDED: "0", DEMO: "1" }),
  ],
  [
    "with a forged flag on a database elsewhere",
    () => settleEnv({ ...process.env, ...inEarnest, ...forged, DEMO: "1" }),
  ],
])("%s", (_how, settle) => {
  it("the click finds nobody, starts no session and sets no cookie, though the account is there", async () => {
    settle();
    expect(env.demo).toBe(false);
    const before = await countSessions();
    const answer = await press();
    expect(answer.result).toMatchObject({ ok: false, code: "not_found" });
    expect(answer.cookies).toEqual({});
    settleEnv({ ...process.env });
    expect(await countSessions()).toBe(before);
  });

  it("there is no mailbox, not even for a mail whose id is known", async () => {
    const mailId = await queue();
    settle();
    expect(await listMailbox(null)).toBeNull();
    expect(await getMailboxMail(mailId)).toBeNull();
  });
});

/** The flag set by hand beside a server that is not the embedded one. */
const forged = { REMIT_EMBEDDED: "1", DATABASE_URL: `postgres://${EMBEDDED_OWNER}:x@db.example:5432/remit` };

function press(returnTo = "") {
  const form = new FormData();
  form.set("email", email);
  form.set("returnTo", returnTo);
  return inRequest({}, () => demoSignInAction(null, form));
}

function queue(): Promise<string> {
  return writeTransaction(nobody, (tx) =>
    queueMail(tx, noAccountMail, email, { reason: "unknown", portalUrl: "http://localhost:3000" }),
  );
}

function countSessions(): Promise<number> {
  return readTransaction((tx) => tx.$count(sessions));
}
