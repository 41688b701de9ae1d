import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { chunked, recordset } from "./bulk";

/** What a grant is held over and until when, as the audit trail keeps it: ids, because names change. */
export type GrantTerms = Readonly<{
  role: string;
  partnerId: string | null;
  endsOn: string | null;
  neighbourhoods: readonly string[];
  partnerships: readonly string[];
}>;

/** One grant given (`before` null), changed, or ended (`after` null), and whose it is. */
export type GrantChange = Readonly<{ userId: string; before: GrantTerms | null; after: GrantTerms | null }>;

/**
 * Logs each grant that a load gives, changes or ends with the person it is about, in one statement for thousands.
 * Source: domains/places.md section 7.
 */
export async function recordGrantChanges(
  tx: Transaction,
  actorLabel: string,
  changes: readonly GrantChange[],
): Promise<void> {
  const at = now().toISOString();
  for (const chunk of chunked(changes)) {
    const rows = chunk.map(({ userId, before, after }) => ({
      id: newId(),
      action: before === null ? "role.grant" : after === null ? "role.end" : "role.change",
      userId,
      before: before && termsOf(before),
      after: after && termsOf(after),
    }));
    await tx.execute(sql`
      insert into audit_events (id, at, actor_label, action, resource_type, resource_id, before, after)
      select r.id, ${at}::timestamptz, ${actorLabel}, r.action, 'user', r."userId", r.before, r.after
        from ${recordset(rows, `id uuid, action text, "userId" text, before jsonb, after jsonb`)}`);
  }
}

/** All grants in force or to come, about to be ended by a reset. */
export async function openGrants(tx: Transaction): Promise<GrantChange[]> {
  const rows = await tx.execute<GrantTerms & { userId: string }>(sql`
    select g.user_id as "userId", g.role, g.partner_id as "partnerId", g.ends_on::text as "endsOn",
           array(select n.neighbourhood_id from role_grant_neighbourhoods n where n.grant_id = g.id order by 1) as neighbourhoods,
           array(select t.tag_id from role_grant_partnerships t where t.grant_id = g.id order by 1) as partnerships
      from role_grants g where g.ended_at is null order by g.id`);
  return rows.map(({ userId, ...before }) => ({ userId, before, after: null }));
}

function termsOf({ role, partnerId, endsOn, neighbourhoods, partnerships }: GrantTerms): Record<string, unknown> {
  return {
    role,
    ...(partnerId === null ? {} : { partner: partnerId }),
    ...(neighbourhoods.length === 0 ? {} : { neighbourhoods }),
    ...(partnerships.length === 0 ? {} : { partnerships }),
    ...(endsOn === null ? {} : { endsOn }),
  };
}
