import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { decideAdding } from "@/lib/people/partner-admins/queries";
import type { SavedUser } from "@/lib/people/user-changes/queries";
import type { ActionDecision } from "@/lib/permissions/action";
import { type Decision, decideMany } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { type Judged, type LockedPartner, wholeOf } from "@/lib/places/partner-bulk/queries";

/** Who is to become an admin: the address as it was typed, and the account behind it, which is not the caller's to tell. */
export type Addressee = Readonly<{ email: string; person: SavedUser | null }>;

/** The policy's answer for each partner, and for all of it. */
export type JudgedAdding = Readonly<{ judged: readonly Judged[]; whole: ActionDecision }>;

/**
 * Whether the person behind the address may become an admin of these partners by this actor's hand, each judged by itself.
 * Without an account in use all of it is refused, in the words of one partner's own form, which tell whoever may choose
 * admins no more than there. Source: domains/places.md section 5.
 */
export async function judgeAdding(
  tx: Transaction,
  actor: Actor,
  partners: readonly LockedPartner[],
  { email, person }: Addressee,
): Promise<JudgedAdding> {
  const properties = { user: email, role: "partner_admin" };
  const decisions = await decideMany(
    tx,
    partners.map(({ id }) => ({ actor, action: "assign_role", resource: { type: "partner", id }, properties })),
  );
  const held = person === null ? [] : await administeredBy(tx, person.id);
  const judged = partners.flatMap((partner, index): Judged[] => {
    const decision = decisions[index];
    if (decision === undefined) return [];
    const already = held.includes(partner.id);
    return [{ partner, decision, changes: !already, told: already ? "Is an admin already." : "Is an admin now." }];
  });
  if (person === null || person.deactivated) {
    const open = judged.find(({ decision }) => isOpen(decision));
    if (open !== undefined) {
      const { partner } = open;
      const whole = await decideAdding(tx, actor, { version: partner.version, partner, email, person });
      return { judged, whole };
    }
  }
  return { judged, whole: await wholeOf(judged, async () => []) };
}

/** Whether the actor has a say about the partner's admins: nothing is missing but an account in use. */
function isOpen({ outcome, reasons }: Decision): boolean {
  return outcome !== "deny" || reasons.some(({ code }) => code === "needs_invitation");
}

async function administeredBy(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select ${roleGrants.partnerId} as "id" from ${roleGrants}
    where ${roleGrants.userId} = ${userId}::uuid and ${roleGrants.role} = 'partner_admin' and ${inForce()}`);
  return rows.map(({ id }) => id);
}
