import "server-only";
import { render, toPlainText } from "react-email";
import type { Transaction } from "@/db/client";
import { mails } from "@/db/schema/platform";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { enqueueJob } from "@/lib/platform/jobs/enqueue";
import { SEND_MAIL } from "./send-job-name";
import type { MailTemplate } from "./template";

/**
 * Writes a mail into the outbox and asks the worker to send it, as part of the transaction. Rendered here, not in the
 * worker, so that a link or code stands in one place only: the outbox row, which is emptied when the mail has gone.
 * @returns the id of the outbox row.
 */
export async function queueMail<Props>(
  tx: Transaction,
  template: MailTemplate<Props>,
  recipient: string,
  props: Props,
): Promise<string> {
  const html = await render(template.body(props));
  const createdAt = now();
  const mailId = newId();
  const staleAt =
    template.staleAfterMinutes === null ? null : new Date(createdAt.getTime() + template.staleAfterMinutes * 60_000);
  await tx.insert(mails).values({
    id: mailId,
    template: template.name,
    recipient,
    subject: template.subject(props),
    html,
    text: toPlainText(html),
    createdAt,
    secretUntil: template.secret ? staleAt : null,
  });
  await enqueueJob(tx, SEND_MAIL, { mailId, secret: template.secret, staleAt: staleAt?.toISOString() ?? null });
  return mailId;
}
