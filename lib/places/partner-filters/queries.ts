import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { numberList } from "@/db/number-list";
import { roleGrants } from "@/db/schema/grants";
import { neighbourhoods, partnerAddresses, partners, tags } from "@/db/schema/places";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { ownPartner } from "@/lib/permissions/readable-tags";
import { scopeOf } from "@/lib/permissions/scope";
import { containing, startingWith } from "@/lib/platform/like-pattern";
import { holdsPartnerInSight } from "../neighbourhoods/queries";
import { meetsFocus } from "../partner-focus/queries";
import { isHidden } from "../partner-hidings/queries";
import type { PartnerSelection } from "../partner-list/schemas";
import { isAdminGrant, type ShownTag } from "../partners/queries";
import { pathNames } from "../place-paths/queries";

/** The filters that really apply, with names to show. Null also where one was asked for that the actor knows nothing of. */
export type AppliedFilters = {
  place: { code: string; name: string; path: string[] } | null;
  tag: { id: string; name: string } | null;
  /** What `through` and `candidates` of the focus stand for, in words. */
  through: string | null;
  candidates: string | null;
};

/** The filters as the database takes them; `onOwnOnly`: the actor may read the tag on partners that they administer and nowhere else. */
export type FoundFilters = {
  place: (NonNullable<AppliedFilters["place"]> & { number: number }) | null;
  tag: (NonNullable<AppliedFilters["tag"]> & { number: number; onOwnOnly: boolean }) | null;
};

/** The asked-for place and tag, as far as this actor may know of them: by seeing the record, or by it standing on a partner in sight. One statement, or none where neither is asked for. */
export async function findFilters(
  tx: Transaction,
  actor: Actor,
  { place, tag }: PartnerSelection,
): Promise<FoundFilters> {
  if (place === "" && tag === "") return { place: null, tag: null };
  const [found] = await tx.execute<FoundFilters>(sql`
    select (
      select json_build_object('code', ${neighbourhoods.code}, 'name', ${neighbourhoods.name}, 'number', ${neighbourhoods.number},
        'path', ${pathNames()})
      from ${neighbourhoods} where ${neighbourhoods.code} = ${place} and ((${scopeOf(actor, "neighbourhood", "view")}) or ${holdsPartnerInSight(actor)})
    ) as "place", (
      select json_build_object('id', coalesce(${tags.externalId}, ${tags.id}::text), 'name', ${tags.name},
        'number', ${tags.number}, 'onOwnOnly', not (${scopeOf(actor, "tag", "view")}))
      from ${tags} where ${byKey(tags.externalId, tags.id, [tag])} and ${filterTag(actor)} order by (${tags.externalId} = ${tag}) desc nulls last limit 1
    ) as "tag"`);
  return found ?? { place: null, tag: null };
}

/** The tags that this actor may filter by: those they may see, and those on partners that they administer. */
function filterTag(actor: Actor): SQL {
  return sql`((${scopeOf(actor, "tag", "view")})
    or exists (select 1 from ${partners} where ${ownPartner(actor)} and ${partners.tagIds} && array[${tags.number}]))`;
}

/** The tags that this actor may filter by, partnerships first, then by name. `id` is the external id where there is one. One statement. */
export async function listFilterTags(actor: Actor): Promise<ShownTag[]> {
  return readTransaction(async (tx) => {
    const found = await tx.execute<ShownTag>(sql`
      select coalesce(${tags.externalId}, ${tags.id}::text) as "id", ${tags.name} as "name", ${tags.kind} as "kind"
      from ${tags} where ${filterTag(actor)} order by ${tags.kind} desc, lower(${tags.name}), ${tags.id}`);
    return [...found];
  });
}

/** The condition that a row of `partners` meets everything that was asked for. A place or tag that was not found is met by none. */
export function meetsFilters(actor: Actor, query: PartnerSelection, { place, tag }: FoundFilters): SQL {
  const unknown = (query.place !== "" && place === null) || (query.tag !== "" && tag === null);
  const conditions = [
    unknown ? sql`false` : sql`true`,
    ...(query.text === "" ? [] : [textCondition(query.text)]),
    ...(place === null ? [] : [sql`${partners.scopeIds} && ${numberList([place.number])}`]),
    ...(tag === null ? [] : [sql`${partners.tagIds} && ${numberList([tag.number])}`]),
    // A name that may be read on one's own partners alone must not tell who else carries the tag.
    ...(tag?.onOwnOnly === true ? [ownPartner(actor)] : []),
    ...(query.visibility === "" ? [] : [query.visibility === "hidden" ? isHidden() : sql`not ${isHidden()}`]),
    ...(query.admin === "" ? [] : [query.admin === "with" ? hasAdmin() : sql`not ${hasAdmin()}`]),
    meetsFocus(actor, query.focus),
  ];
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** The beginning of a British postcode, with or without its space. */
const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?\s?(?:\d[a-z]{0,2})?$/i;

/** Every word of the text stands in the name, in any order; or the text is how the address's postcode begins. */
function textCondition(text: string): SQL {
  const words = text.split(" ").map((word) => sql`lower(${partners.name}) like lower(${containing(word)})`);
  const named = sql`(${sql.join(words, sql` and `)})`;
  if (!POSTCODE.test(text)) return named;
  const postcode = startingWith(text.replaceAll(" ", "").toUpperCase());
  // Found first and compared as a list of ids, which an index serves in one condition with the name's; "exists" would not be.
  return sql`(${named} or ${partners.id} = any(array(
    select ${partnerAddresses.partnerId} from ${partnerAddresses} where ${compactPostcode()} like ${postcode})))`;
}

function compactPostcode(): SQL {
  return sql`upper(replace(${partnerAddresses.postcode}, ' ', ''))`;
}

function hasAdmin(): SQL {
  return sql`exists (select 1 from ${roleGrants} where ${isAdminGrant()})`;
}
