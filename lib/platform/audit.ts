import "server-only";
import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/platform";
import { now } from "./clock";
import { newId } from "./ids";

/** What was done, by whom, to what. `before` and `after` hold only the fields that changed, and never a secret. */
export type AuditEntry = Readonly<{
  /** The person who acted; null for commands and jobs. */
  actorId: string | null;
  /** Who acted in words that outlive the account: name and address, or the name of the command or job. */
  actorLabel: string;
  /** The person that the actor was acting as, where they were. */
  actingAsId?: string | null;
  /** Noun and verb, such as `partner.archive`. */
  action: string;
  resourceType: string;
  resourceId: string;
  before?: unknown;
  after?: unknown;
  /** Why, in the actor's own words, where one was asked for. */
  reason?: string | null;
  /** The request it happened in; null outside requests. */
  requestId?: string | null;
}>;

/** Adds one event to the audit trail, in the transaction of the change itself so that neither is ever without the other. */
export async function recordAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.insert(auditEvents).values({
    id: newId(),
    at: now(),
    actorId: entry.actorId,
    actorLabel: entry.actorLabel,
    actingAsId: entry.actingAsId ?? null,
    action: entry.action,
    resourceType: entry.resourceType,
    resourceId: entry.resourceId,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? null,
    requestId: entry.requestId ?? null,
  });
}

/** How a person is named in the trail: "Amina Yusuf <amina@remit.example>". */
export function personLabel(person: { name: string; email: string }): string {
  return `${person.name} <${person.email}>`;
}
