import "server-only";
import { desc, eq } from "drizzle-orm";
import { readTransaction } from "@/db/client";
import { mails } from "@/db/schema/platform";
import { env } from "@/env";
import { isUuid } from "@/lib/platform/ids";

/** Mails on one page of the mailbox, the latest first. */
const PAGE = 50;

/** A mail as the mailbox lists it. */
export type MailboxItem = Readonly<{ id: string; recipient: string; subject: string; createdAt: Date }>;

/** A mail opened; both bodies are null once it was really sent and held a secret. */
export type MailboxMail = MailboxItem & Readonly<{ html: string | null; text: string | null }>;

const listed = { id: mails.id, recipient: mails.recipient, subject: mails.subject, createdAt: mails.createdAt };

/**
 * The latest fifty mails of the outbox, optionally those to one address. Null outside the embedded demo, where nobody
 * may read other people's mail: callers answer with 404.
 */
export async function listMailbox(recipient: string | null): Promise<MailboxItem[] | null> {
  if (!env.demo) return null;
  // A NUL has no place in a text of the database, so no mail can be to such an address.
  if (recipient?.includes("\0")) return [];
  return readTransaction((tx) =>
    tx
      .select(listed)
      .from(mails)
      .where(recipient === null ? undefined : eq(mails.recipient, recipient.trim().toLowerCase()))
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(PAGE),
  );
}

/** One mail of the outbox; null when there is none of this id, and always outside the embedded demo. */
export async function getMailboxMail(mailId: string): Promise<MailboxMail | null> {
  if (!env.demo || !isUuid(mailId)) return null;
  const [mail] = await readTransaction((tx) =>
    tx
      .select({ ...listed, html: mails.html, text: mails.text })
      .from(mails)
      .where(eq(mails.id, mailId)),
  );
  return mail ?? null;
}
