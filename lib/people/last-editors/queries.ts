import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema/people";
import { auditEvents } from "@/db/schema/platform";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";

/** A record as the audit trail knows it. */
export type ChangedRecord = Readonly<{
  type: "user" | "partner" | "neighbourhood";
  /** Its UUID and whatever else events name it by. */
  keys: readonly string[];
  /** The acts that raise its version; others, such as a role given over it, may stand in its trail as well. */
  acts: readonly string[];
  /** When its version was raised last. */
  changedAt: Date;
}>;

/** Two clocks may differ by that much: an event this near to the record's last change is the one that made it. */
const SAME_CHANGE_SECONDS = 60;

/** The name of who made a record's last change, as far as the trail tells and the actor may see; null for anybody else. One statement. */
export async function lastEditor(
  tx: Transaction,
  actor: Actor,
  { type, keys, acts, changedAt }: ChangedRecord,
): Promise<string | null> {
  const [last] = await tx
    .select({ at: auditEvents.at, name: users.name })
    .from(auditEvents)
    .leftJoin(users, and(eq(users.id, auditEvents.actorId), scopeOf(actor, "user", "view")))
    .where(
      and(
        eq(auditEvents.resourceType, type),
        inArray(auditEvents.resourceId, [...keys]),
        inArray(auditEvents.action, [...acts]),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  const apart = Math.abs((last?.at.getTime() ?? 0) - changedAt.getTime());
  return apart <= SAME_CHANGE_SECONDS * 1000 ? (last?.name ?? null) : null;
}
