import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { partners } from "@/db/schema/places";
import type { Actor } from "./load-actor";
import { capabilities, scopeOf } from "./scope";

// Which tags' names somebody reads on a partner: those they may see anyway, and every tag of a partner that they
// administer. Source: domains/places.md section 3, "names on own partner visible".

/** The partners that this actor administers, by UUID. */
function ownPartners(actor: Actor): string[] {
  return actor.grants.flatMap(({ role, partner }) =>
    role === "partner_admin" && partner !== null ? [partner.id] : [],
  );
}

/** The condition that a row of `partners` is one that this actor administers. */
export function ownPartner(actor: Actor): SQL {
  const own = ownPartners(actor);
  if (own.length === 0) return sql`false`;
  const ids = own.map((id) => sql`${id}::uuid`);
  return sql`${partners.id} in (${sql.join(ids, sql`, `)})`;
}

/** The condition that this actor may read the name of a row of `tags` on the row of `partners` beside it, which carries the tag. */
export function readableTag(actor: Actor): SQL {
  return sql`(${ownPartner(actor)} or (${scopeOf(actor, "tag", "view")}))`;
}

/**
 * The same for records at hand: whether this actor may read the tag's name on that partner, which carries the tag.
 * @param partnerId the partner's UUID; null for one that does not exist yet, which is nobody's own.
 * @param tag what the engine asks of a tag, its facts.
 */
export function readsTag(actor: Actor, partnerId: string | null, tag: unknown): boolean {
  if (partnerId !== null && ownPartners(actor).includes(partnerId)) return true;
  return capabilities(actor, "tag", ["view"], tag).view;
}
