import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { numberList } from "@/db/number-list";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import { type ListOrder, type ListPage, readPage } from "@/lib/people/lists/queries";
import type { Actor } from "@/lib/permissions/load-actor";
import { partnerParts } from "@/lib/permissions/policies/partner";
import { partScopeOf, scopeOf } from "@/lib/permissions/scope";
import { meetsFilters } from "@/lib/places/partner-filters/queries";
import { PLACES_PER_ROW } from "@/lib/places/partner-list/constants";
import { EVERY_PARTNER } from "@/lib/places/partner-list/schemas";
import { MOST_CATEGORIES } from "@/lib/places/partners/constants";
import { CARRIERS_PER_PAGE } from "@/lib/places/tag-assignments/constants";
import type { AssignmentQuery } from "@/lib/places/tag-assignments/schemas";
import { readSavedTag } from "@/lib/places/tag-changes/queries";
import type { SavedTag } from "@/lib/places/tag-changes/schemas";

/** A partner that may be put into a tag or taken out of it. */
export type CarrierItem = {
  id: string;
  externalId: string | null;
  name: string;
  placeNames: string[];
  /** Whether it carries the tag. */
  carries: boolean;
  /** Whether the actor may change that. */
  mayChange: boolean;
  /** Whether no category fits it any more. */
  full: boolean;
};

/** A page of partners beside a tag. `inRemit`: how many the actor may see at all; `total` says how many match. */
export type CarrierPage = Omit<ListPage<never>, "rows"> & { partners: CarrierItem[]; inRemit: number };

/**
 * The tag with this external id or UUID and a page of the partners within the actor's remit, by name, each with whether it
 * carries the tag; null where the actor may see no such tag. Three statements, whatever the number of rows.
 */
export async function listCarriers(
  actor: Actor,
  key: string,
  query: AssignmentQuery,
): Promise<{ tag: SavedTag; page: CarrierPage } | null> {
  return readTransaction(async (tx) => {
    const tag = await readSavedTag(tx, actor, key);
    return tag === null ? null : { tag, page: await readCarriers(tx, actor, tag, query) };
  });
}

const byName: ListOrder = {
  row: sql`(lower(${partners.name}), ${partners.id})`,
  at: ({ key, id }) => sql`(${key}::text, ${id}::uuid)`,
  downwards: false,
};

async function readCarriers(
  tx: Transaction,
  actor: Actor,
  tag: SavedTag,
  { text, carried, cursor }: AssignmentQuery,
): Promise<CarrierPage> {
  const scope = sql`(${scopeOf(actor, "partner", "view")})`;
  const carries = sql`${partners.tagIds} && ${numberList([tag.number])}`;
  const matching = sql`${scope} and ${meetsFilters(actor, { ...EVERY_PARTNER, text }, { place: null, tag: null })}
    and ${carried === "" ? sql`true` : carried === "with" ? carries : sql`not (${carries})`}`;
  let inRemit = 0;
  const { rows, ...page } = await readPage<CarrierItem & { sortKey: string }>({
    order: byName,
    cursor,
    perPage: CARRIERS_PER_PAGE,
    count: async (passed) => {
      const [counted] = await tx.execute<{ total: number; before: number; inRemit: number }>(sql`
        select (select count(*)::int from ${partners} where ${scope}) as "inRemit", count(*)::int as "total",
          (count(*) filter (where ${passed}))::int as "before" from ${partners} where ${matching}`);
      inRemit = counted?.inRemit ?? 0;
      return counted;
    },
    read: async (beyond, direction) => [
      ...(await tx.execute<CarrierItem & { sortKey: string }>(sql`
        select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name",
          lower(${partners.name}) as "sortKey",
          array(select ${neighbourhoods.name} from ${neighbourhoods} where ${neighbourhoods.number} = any(${partners.placeIds})
            order by ${neighbourhoods.name}, ${neighbourhoods.id} limit ${PLACES_PER_ROW}) as "placeNames",
          ${carries} as "carries", ${mayChange(actor, tag, carries)} as "mayChange", ${isFull(tag)} as "full"
        from ${partners} where ${matching} and ${beyond}
        order by lower(${partners.name}) ${direction}, ${partners.id} ${direction} limit ${CARRIERS_PER_PAGE}`)),
    ],
    markOf: ({ sortKey, id }) => ({ key: sortKey, id }),
  });
  return { ...page, partners: rows.map(({ sortKey: _, ...row }) => row), inRemit };
}

/** Whether the rules let the actor put this very partner in or out. */
function mayChange(actor: Actor, { kind, number }: SavedTag, carries: SQL): SQL {
  const may = (part: string) =>
    sql`(${partScopeOf(actor, "partner", part, { change: { places: [], tags: [number] } })})`;
  if (kind !== "partnership") return may(partnerParts.tag);
  return sql`case when ${carries} then ${may(partnerParts.removePartnership)} else ${may(partnerParts.addPartnership)} end`;
}

function isFull({ kind }: SavedTag): SQL {
  if (kind !== "category") return sql`false`;
  return sql`((select count(*) from ${tags} where ${tags.number} = any(${partners.tagIds}) and ${tags.kind} = 'category') >= ${MOST_CATEGORIES})`;
}
