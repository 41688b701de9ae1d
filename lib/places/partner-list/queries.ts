import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { neighbourhoods, partnerAddresses, partners } from "@/db/schema/places";
import { countInRemit, FEW_MATCHES, type ListOrder, type ListPage, readPage } from "@/lib/people/lists/queries";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { type AppliedFilters, type FoundFilters, findFilters, meetsFilters } from "../partner-filters/queries";
import { describeFocus } from "../partner-focus/queries";
import { isHidden } from "../partner-hidings/queries";
import { isAdminGrant, type ShownTag, shownTags, unseenTags, updatedAtColumn } from "../partners/queries";
import { PARTNERS_PER_PAGE, type PartnerSort, PLACES_PER_ROW } from "./constants";
import type { PartnerCursor, PartnerListQuery } from "./schemas";

/** A partner in a list. Only what a row may show. */
export type PartnerListItem = {
  id: string;
  externalId: string | null;
  name: string;
  /** Names of the first few places in the alphabet; `placeCount` counts them all. */
  placeNames: string[];
  placeCount: number;
  /** Of the address; null where there is none. */
  postcode: string | null;
  /** The tags whose names the actor may see; `unseenTags` counts the others. */
  tags: ShownTag[];
  unseenTags: number;
  hidden: boolean;
  hasAdmin: boolean;
  adminCount: number;
  /** When the partner or anything of it was changed last, an instant in UTC as ISO 8601 writes it. */
  changedAt: string;
};

/** One page of the list. */
export type PartnerPage = Omit<ListPage<never>, "rows"> & {
  partners: PartnerListItem[];
  /** How many the actor may see at all; `total` says how many match. */
  inRemit: number;
  filters: AppliedFilters;
};

/**
 * A page of the partners within the actor's remit that the query asks for, with totals. A place or tag that the actor
 * knows nothing of is a filter that nothing meets, exactly like one that does not exist. Two statements, three with a
 * place or tag, whatever the number of rows, and one less where nothing is found; a cursor whose page has emptied
 * meanwhile gives the first page.
 */
export async function listPartners(actor: Actor, query: PartnerListQuery): Promise<PartnerPage> {
  return readTransaction(async (tx) => {
    const scope = scopeOf(actor, "partner", "view");
    const found = await findFilters(tx, actor, query);
    const where = sql`(${scope}) and ${meetsFilters(actor, query, found)}`;
    const order = ORDERS[query.sort];
    let inRemit = 0;
    const { rows, ...page } = await readPage<Row>({
      order,
      cursor: query.cursor,
      perPage: PARTNERS_PER_PAGE,
      count: async (passed) => {
        const counted = await countInRemit(tx, partners, { scope, where, passed });
        inRemit = counted.inRemit;
        return counted;
      },
      read: (beyond, direction, total) =>
        readRows(tx, actor, { where, few: total <= FEW_MATCHES, order, beyond, direction }),
      markOf: ({ sortKey, id }) => ({ key: sortKey, id }),
    });
    const shown = rows.map(({ sortKey: _, ...row }) => ({ ...row, hasAdmin: row.adminCount > 0 }));
    return { ...page, partners: shown, inRemit, filters: appliedOf(actor, query, found) };
  });
}

/** How the rows stand in each order. `key`: the column that it compares; `text`: the same as a cursor keeps it. */
const ORDERS: Readonly<Record<PartnerSort, ListOrder & { key: SQL; text: SQL }>> = {
  name: { ...byName(), downwards: false },
  "-name": { ...byName(), downwards: true },
  "-changed": { ...orderBy(sql`${partners.updatedAt}`, sql`timestamptz`), text: updatedAtColumn(), downwards: true },
};

function byName() {
  const key = sql`lower(${partners.name})`;
  return { ...orderBy(key, sql`text`), text: key };
}

function orderBy(key: SQL, kind: SQL) {
  const at = (cursor: PartnerCursor) => sql`(${cursor.key}::${kind}, ${cursor.id}::uuid)`;
  return { key, row: sql`(${key}, ${partners.id})`, at };
}

type Reading = { where: SQL; few: boolean; order: { key: SQL; text: SQL }; beyond: SQL; direction: SQL };
type Row = Omit<PartnerListItem, "hasAdmin"> & { sortKey: string };

async function readRows(
  tx: Transaction,
  actor: Actor,
  { where, few, order: { key, text }, beyond, direction }: Reading,
): Promise<Row[]> {
  // The name of the table then stands for the matches alone, in everything below.
  const collected = few ? sql`with partners as materialized (select * from ${partners} where ${where})` : sql``;
  const found = await tx.execute<Row>(sql`${collected}
    select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name", ${text} as "sortKey",
      array(
        select ${neighbourhoods.name} from ${neighbourhoods} where ${neighbourhoods.number} = any(${partners.placeIds})
        order by ${neighbourhoods.name}, ${neighbourhoods.id} limit ${PLACES_PER_ROW}
      ) as "placeNames",
      cardinality(${partners.placeIds}) as "placeCount",
      (select ${partnerAddresses.postcode} from ${partnerAddresses} where ${partnerAddresses.partnerId} = ${partners.id}) as "postcode",
      ${shownTags(actor)} as "tags",
      ${unseenTags(actor)} as "unseenTags",
      ${isHidden()} as "hidden",
      (select count(*)::int from ${roleGrants} where ${isAdminGrant()}) as "adminCount",
      ${updatedAtColumn()} as "changedAt"
    from ${partners}
    where ${few ? sql`true` : where} and ${beyond}
    order by ${key} ${direction}, ${partners.id} ${direction}
    limit ${PARTNERS_PER_PAGE}`);
  return [...found];
}

function appliedOf(actor: Actor, { focus }: PartnerListQuery, { place, tag }: FoundFilters): AppliedFilters {
  return {
    place: place && { code: place.code, name: place.name, path: place.path },
    tag: tag && { id: tag.id, name: tag.name },
    ...describeFocus(actor, focus),
  };
}
