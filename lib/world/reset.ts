import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordAudit } from "@/lib/platform/audit";
import { openGrants, recordGrantChanges } from "./audit-grants";

/**
 * In the order in which nothing is left pointing at what goes. Links go before partners, so that one statement clears
 * each table instead of one cascade for each partner.
 */
const EMPTIED = [
  "role_grant_partnerships",
  "role_grant_neighbourhoods",
  "role_grants",
  "partner_tags",
  "partner_service_areas",
  "partner_addresses",
  "partner_opening_hours",
  "partner_hidings",
  "partners",
  "tags",
  "sign_in_challenges",
  "sessions",
  "user_deactivations",
  "users",
  "mails",
  "rate_limits",
] as const;

/**
 * Empties the portal: people, places, tags, partners, roles, sessions and mail. The audit trail is append-only and
 * stays, with an event for each grant that ends so and one for the whole. Keys of other systems stay too: they belong to the installation, not to the
 * world, and name nobody in it.
 */
export async function resetWorld(tx: Transaction, actorLabel: string): Promise<void> {
  await recordGrantChanges(tx, actorLabel, await openGrants(tx));
  // The rules that keep a place for every partner and a root for the portal cannot hold while everything goes. They are
  // put off, fired while off, and put back, so that they judge what is loaded afterwards. What the database keeps of a
  // partner's links goes with the partner and need not be computed for each step on the way.
  await tx.execute(sql`select set_config('app.structure_only', 'on', true), set_config('app.keep_later', 'on', true)`);
  for (const table of EMPTIED) await tx.execute(sql.raw(`delete from ${table}`));
  await emptyTree(tx);
  await tx.execute(sql`set constraints all immediate`);
  await tx.execute(sql`set constraints all deferred`);
  await tx.execute(
    sql`select set_config('app.structure_only', 'off', true), set_config('app.keep_later', 'off', true)`,
  );
  await recordAudit(tx, {
    actorId: null,
    actorLabel,
    action: "world.reset",
    resourceType: "system",
    resourceId: "portal",
  });
}

/** A place cannot go before those inside it: one statement for each level, from the deepest. */
async function emptyTree(tx: Transaction): Promise<void> {
  for (;;) {
    const gone = await tx.execute(sql`
      delete from neighbourhoods n where not exists (select 1 from neighbourhoods child where child.parent_id = n.id)
      returning 1`);
    if (gone.length === 0) return;
  }
}
