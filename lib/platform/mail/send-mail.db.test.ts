import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { mails } from "@/db/schema/platform";
import { settleEnv } from "@/env";
import { holdClock, now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { noAccountMail } from "@/lib/platform/sign-in/emails/no-account-mail";
import { signInMail } from "@/lib/platform/sign-in/emails/sign-in-mail";
import { GIVEN_UP } from "./constants";
import { queueMail } from "./queue";
import { sendMailJob } from "./send-mail";

/** A mail server of the test's own: keeps what it is given, or refuses while told to. */
const received: { to: string[]; text: string }[] = [];
let refusing = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, done) => done(refusing ? new Error("mailbox unavailable") : null),
  onData: (stream, session, done) => {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ to, text: Buffer.concat(parts).toString("utf8") });
      done();
    });
  },
});
let smtpUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The test's mail server has no port.");
  smtpUrl = `smtp://127.0.0.1:${address.port}`;
  settleEnv({ ...process.env, SMTP_URL: smtpUrl, MAIL_FROM: "Remit <remit@portal.example>" });
});

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

afterEach(() => {
  refusing = false;
  received.length = 0;
  holdClock(null);
});

describe("a mail with a link", () => {
  it("is really sent, both as HTML and as text, and then empties its row", async () => {
    const job = await queueSignIn("amina@remit.example");
    await sendMailJob.run(job);
    const [sent, ...more] = received;
    expect(more).toEqual([]);
    expect(sent?.to).toEqual(["amina@remit.example"]);
    expect(sent?.text).toMatch(/^From: Remit <remit@portal\.example>/m);
    expect(sent?.text).toMatch(/^Subject: Sign in to Remit/m);
    expect(sent?.text).toContain(`Message-ID: <${job.mailId}@localhost>`);
    expect(sent?.text).toContain("text/plain");
    expect(sent?.text).toContain("text/html");
    expect(await rowOf(job.mailId)).toMatchObject({ html: null, text: null, failedAt: null, sentAt: expect.any(Date) });
  });

  it("stands in the outbox with the time until which its link is good, other mail without one", async () => {
    const job = await queueSignIn("amina@remit.example");
    const row = await rowOf(job.mailId);
    expect(row?.secretUntil?.getTime()).toBe((row?.createdAt.getTime() ?? 0) + 10 * 60_000);
    const mailId = await writeTransaction({ actorId: null, requestId: null }, (tx) =>
      queueMail(tx, noAccountMail, "nobody@remit.example", { reason: "unknown", portalUrl: "http://localhost:3000" }),
    );
    expect((await rowOf(mailId))?.secretUntil).toBeNull();
  });

  it("is sent once when its job runs twice, also at the same time", async () => {
    const job = await queueSignIn("amina@remit.example");
    await Promise.all([sendMailJob.run(job), sendMailJob.run(job)]);
    await sendMailJob.run(job);
    expect(received).toHaveLength(1);
  });

  it("that is refused stays whole, says so on its row, and goes out at the next try", async () => {
    const job = await queueSignIn("amina@remit.example");
    refusing = true;
    await expect(sendMailJob.run(job)).rejects.toThrow();
    const failed = await rowOf(job.mailId);
    expect(failed).toMatchObject({
      sentAt: null,
      failedAt: expect.any(Date),
      failure: expect.stringContaining("EENVELOPE"),
      attempts: 1,
    });
    expect(failed?.html).toContain("/sign-in/confirm/");
    refusing = false;
    await sendMailJob.run(job);
    expect(await rowOf(job.mailId)).toMatchObject({
      sentAt: expect.any(Date),
      failedAt: null,
      failure: null,
      html: null,
      attempts: 2,
    });
    expect(received).toHaveLength(1);
  });

  it("is given up and emptied when it could not go out while its link was good", async () => {
    const job = await queueSignIn("amina@remit.example");
    holdClock(new Date(now().getTime() + 10 * 60_000));
    await sendMailJob.run(job);
    expect(received).toEqual([]);
    expect(await rowOf(job.mailId)).toMatchObject({
      sentAt: null,
      html: null,
      text: null,
      failedAt: expect.any(Date),
      failure: GIVEN_UP,
      attempts: 0,
    });
  });
});

describe("other mail", () => {
  it("without a secret keeps its words after it was sent", async () => {
    const mailId = await writeTransaction({ actorId: null, requestId: null }, (tx) =>
      queueMail(tx, noAccountMail, "nobody@remit.example", { reason: "unknown", portalUrl: "http://localhost:3000" }),
    );
    await sendMailJob.run({ mailId, secret: false, staleAt: null });
    expect((await rowOf(mailId))?.text).toContain("There is no account with it");
  });

  it("whose row is gone is no fault", async () => {
    await expect(sendMailJob.run({ mailId: newId(), secret: true, staleAt: null })).resolves.toBeUndefined();
  });

  it("of a rolled-back transaction is never queued", async () => {
    const before = await readTransaction((tx) => tx.$count(mails));
    const work = writeTransaction({ actorId: null, requestId: null }, async (tx) => {
      await queueMail(tx, signInMail, "amina@remit.example", { confirmUrl: "http://localhost:3000/x", code: "123456" });
      throw new Error("rolled back on purpose");
    });
    await expect(work).rejects.toThrow("on purpose");
    expect(await readTransaction((tx) => tx.$count(mails))).toBe(before);
  });

  it("a payload that does not fit is refused before anything is done", async () => {
    await expect(sendMailJob.run({ mailId: "1; drop table mails" })).rejects.toThrow();
  });
});

it("without a mail server the outbox is left as it is, for the demo's mailbox", async () => {
  const job = await queueSignIn("amina@remit.example");
  const { SMTP_URL: _none, ...rest } = { ...process.env, SMTP_URL: undefined };
  settleEnv(rest);
  await sendMailJob.run(job);
  settleEnv({ ...process.env, SMTP_URL: smtpUrl, MAIL_FROM: "Remit <remit@portal.example>" });
  expect((await rowOf(job.mailId))?.html).toContain("/sign-in/confirm/");
});

async function queueSignIn(recipient: string) {
  const staleAt = new Date(now().getTime() + 10 * 60_000).toISOString();
  const confirmUrl = "http://localhost:3000/sign-in/confirm/abc";
  const mailId = await writeTransaction({ actorId: null, requestId: null }, (tx) =>
    queueMail(tx, signInMail, recipient, { confirmUrl, code: "123456" }),
  );
  return { mailId, secret: true, staleAt };
}

async function rowOf(mailId: string) {
  const [row] = await readTransaction((tx) => tx.select().from(mails).where(eq(mails.id, mailId)));
  return row;
}
