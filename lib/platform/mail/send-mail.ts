import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, writeTransaction } from "@/db/client";
import { mails } from "@/db/schema/platform";
import { env } from "@/env";
import { now } from "@/lib/platform/clock";
import { defineJob } from "@/lib/platform/jobs/job";
import { log } from "@/lib/platform/log";
import { GIVEN_UP } from "./constants";
import { SEND_MAIL } from "./send-job-name";
import { mailTransport } from "./transport";

const payload = z.object({
  mailId: z.uuid(),
  secret: z.boolean(),
  staleAt: z.iso.datetime().nullable(),
});

type Payload = z.output<typeof payload>;

const nobody = { actorId: null, requestId: null };

/**
 * Hands one mail of the outbox to the mail server. Without SMTP_URL it leaves the mail where it is, to be read in the
 * demo's mailbox. Run twice it sends once: the row is locked while it is sent and a sent one is left alone. Should the
 * process die between sending and noting it, the second sending carries the same Message-ID, by which mail programs
 * tell repeats. A refusal is noted on the row and thrown, so that the worker tries again with growing pauses.
 */
export const sendMailJob = defineJob({ name: SEND_MAIL, payload, run: sendMail });

async function sendMail(job: Payload): Promise<void> {
  const { smtpUrl } = env;
  if (smtpUrl === null) return;
  try {
    await writeTransaction(nobody, (tx) => sendLocked(tx, job, smtpUrl));
  } catch (error) {
    await writeTransaction(nobody, (tx) => noteFailure(tx, job.mailId, failureOf(error)));
    log.warn({ mailId: job.mailId, error }, "A mail could not be sent; it will be tried again.");
    throw error;
  }
}

async function sendLocked(tx: Transaction, job: Payload, smtpUrl: string): Promise<void> {
  const [mail] = await tx.select().from(mails).where(eq(mails.id, job.mailId)).for("update");
  if (mail === undefined || mail.sentAt !== null || mail.html === null || mail.text === null) return;
  const emptied = job.secret ? { html: null, text: null } : {};
  if (job.staleAt !== null && new Date(job.staleAt) <= now()) {
    await tx
      .update(mails)
      .set({ ...emptied, failedAt: now(), failure: GIVEN_UP })
      .where(eq(mails.id, mail.id));
    return;
  }
  await mailTransport(smtpUrl).sendMail({
    from: env.mailFrom,
    to: mail.recipient,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: `<${mail.id}@${new URL(env.appUrl).hostname}>`,
    // RFC 3834: asks vacation responders not to answer a machine.
    headers: { "Auto-Submitted": "auto-generated" },
  });
  await tx
    .update(mails)
    .set({ ...emptied, sentAt: now(), failedAt: null, failure: null, attempts: sql`${mails.attempts} + 1` })
    .where(eq(mails.id, mail.id));
}

async function noteFailure(tx: Transaction, mailId: string, failure: string): Promise<void> {
  await tx
    .update(mails)
    .set({ failedAt: now(), failure, attempts: sql`${mails.attempts} + 1` })
    .where(eq(mails.id, mailId));
}

/** What went wrong, as the code of the fault and of the server's answer. The server's own answer is kept short: it may quote parts of the mail. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return "Unknown fault";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const response = "responseCode" in error && typeof error.responseCode === "number" ? ` ${error.responseCode}` : "";
  return `${code}${response}`;
}
