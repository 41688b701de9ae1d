import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { calendars } from "@/db/schema/calendars";
import { neighbourhoods, partners } from "@/db/schema/places";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { containing, startingWith } from "@/lib/platform/like-pattern";
import { searchText } from "@/lib/platform/lists/schemas";
import { LONGEST_PARTNER_SEARCH, MOST_FOUND_PARTNERS, MOST_LISTED_PARTNERS } from "./constants";
import type { PartnerChoice, PartnerUse } from "./schemas";

/** The partners that this actor may choose for a use, by name; null where they are too many for a list. One statement. */
export async function listChoices(
  tx: Transaction,
  actor: Actor,
  use: PartnerUse,
): Promise<readonly PartnerChoice[] | null> {
  const order = sql`lower(${partners.name}), ${partners.id}`;
  const found = await readChoices(tx, choosable(actor, use), order, MOST_LISTED_PARTNERS + 1);
  return found.length > MOST_LISTED_PARTNERS ? null : found;
}

/** The partner with this UUID or external id, where the actor may choose it for the use. One statement, none without a key. */
export async function findChoice(
  tx: Transaction,
  actor: Actor,
  use: PartnerUse,
  key: string | null,
): Promise<PartnerChoice | null> {
  if (key === null) return null;
  const named = sql`${byKey(partners.externalId, partners.id, [key])} and ${choosable(actor, use)}`;
  const [found] = await readChoices(tx, named, sql`(${partners.externalId} = ${key}) desc nulls last`, 1);
  return found ?? null;
}

/** The organisers that the list of calendars may be filtered by; null where they are too many for a list. One statement. */
export async function listFilterPartners(actor: Actor): Promise<readonly PartnerChoice[] | null> {
  return readTransaction((tx) => listChoices(tx, actor, "filter"));
}

/**
 * The partners that this actor may choose for a use, by words of the name; at most `MOST_FOUND_PARTNERS`, the best match
 * first: the whole name, its beginning, the rest. One statement.
 */
export async function searchChoices(
  actor: Actor,
  { text, use }: { text: string; use: PartnerUse },
): Promise<PartnerChoice[]> {
  const searched = searchText(text, LONGEST_PARTNER_SEARCH);
  const name = sql`lower(${partners.name})`;
  const words = searched === "" ? [] : searched.split(" ");
  const holds = words.map((word) => sql`${name} like lower(${containing(word)})`);
  const where = sql.join([choosable(actor, use), ...holds], sql` and `);
  const rank = sql`case when ${name} = lower(${searched}) then 0 when ${name} like lower(${startingWith(searched)}) then 1 else 2 end`;
  const order = sql`${rank}, ${name}, ${partners.id}`;
  return readTransaction((tx) => readChoices(tx, where, order, MOST_FOUND_PARTNERS));
}

/** The condition that a partner may be chosen for the use. Source: domains/places.md section 3. */
function choosable(actor: Actor, use: PartnerUse): SQL {
  if (use === "organiser") return sql`(${scopeOf(actor, "partner", "update")})`;
  const seen = sql`(${scopeOf(actor, "partner", "view")})`;
  if (use === "place") return seen;
  return sql`(${seen} and exists (select 1 from ${calendars} where ${calendars.partnerId} = ${partners.id}))`;
}

async function readChoices(tx: Transaction, where: SQL, order: SQL, limit: number): Promise<PartnerChoice[]> {
  const found = await tx.execute<PartnerChoice>(sql`
    select ${partners.id} as "id", ${partners.name} as "name", coalesce((
        select ${neighbourhoods.name} from ${neighbourhoods} where ${neighbourhoods.number} = any(${partners.placeIds})
        order by ${neighbourhoods.name}, ${neighbourhoods.id} limit 1), '') as "detail"
    from ${partners} where ${where} order by ${order} limit ${limit}`);
  return [...found];
}
