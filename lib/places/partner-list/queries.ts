import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { neighbourhoods, partnerAddresses, partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import {
  type AppliedFilters,
  type FoundFilters,
  findFilters,
  isHidden,
  meetsFilters,
} from "../partner-filters/queries";
import { describeFocus } from "../partner-focus/queries";
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

/** One page of a list. `first` is the position of its first row, from 1; the cursors are null where there is no page. */
export type PartnerPage = {
  partners: PartnerListItem[];
  /** How many match. */
  total: number;
  /** How many the actor may see at all. */
  inRemit: number;
  first: number;
  previous: PartnerCursor | null;
  next: PartnerCursor | null;
  filters: AppliedFilters;
};

/**
 * Up to this many matches are collected by what selects them and then sorted; more are read in the order of the list
 * until the page is full. Either would be slow for the other: collecting a country, or reading the whole alphabet for the
 * last few of a ward. Source: PERMISSIONS_ENGINE, "planner trap".
 */
const FEW_MATCHES = 2_000;

/**
 * A page of the partners within the actor's remit that the query asks for, with totals. A place or tag that the actor
 * knows nothing of is a filter that nothing meets, exactly like one that does not exist. Two statements, three with a
 * place or tag, whatever the number of rows; a cursor whose page has emptied meanwhile gives the first page.
 */
export async function listPartners(actor: Actor, query: PartnerListQuery): Promise<PartnerPage> {
  return readTransaction(async (tx) => {
    const found = await findFilters(tx, actor, query);
    const scope = sql`(${scopeOf(actor, "partner", "view")})`;
    const where = sql`${scope} and ${meetsFilters(actor, query, found)}`;
    const counted = await countRows(tx, scope, where, query);
    const cursor = settled(query.cursor, counted);
    const few = counted.total <= FEW_MATCHES;
    const rows = await readRows(tx, actor, { where, few, cursor, sort: query.sort });
    return pageOf(rows, cursor, counted, { ...found, ...describeFocus(actor, query.focus) });
  });
}

/** What each order compares, as a column of its own kind, and whether it runs downwards. */
const ORDERS: Readonly<Record<PartnerSort, { key: SQL; kind: SQL; text: SQL; downwards: boolean }>> = {
  name: { ...byName(), downwards: false },
  "-name": { ...byName(), downwards: true },
  "-changed": {
    key: sql`${partners.updatedAt}`,
    kind: sql`timestamptz`,
    text: updatedAtColumn(),
    downwards: true,
  },
};

function byName() {
  const key = sql`lower(${partners.name})`;
  return { key, kind: sql`text`, text: key };
}

type Counted = { total: number; inRemit: number; before: number };

/** How many there are, and how many of them stand before the cursor's row (and, for a page after it, that row itself). */
async function countRows(tx: Transaction, scope: SQL, where: SQL, { cursor, sort }: PartnerListQuery) {
  const passed = cursor === null ? sql`false` : sql`not ${onOrBeyond(sort, cursor)}`;
  const [counted] = await tx.execute<Counted>(sql`
    select (select count(*)::int from ${partners} where ${scope}) as "inRemit", "total", "before" from (
      select count(*)::int as "total", (count(*) filter (where ${passed}))::int as "before" from ${partners} where ${where}
    ) matching`);
  return counted ?? { total: 0, inRemit: 0, before: 0 };
}

/** The rows of the page after the cursor, or of everything from the cursor's row on for a page before it. */
function onOrBeyond(sort: PartnerSort, { direction, key: at, id }: PartnerCursor): SQL {
  const { key, kind, downwards } = ORDERS[sort];
  const row = sql`(${key}, ${partners.id})`;
  const cursor = sql`(${at}::${kind}, ${id}::uuid)`;
  if (direction === "after") return downwards ? sql`${row} < ${cursor}` : sql`${row} > ${cursor}`;
  return downwards ? sql`${row} <= ${cursor}` : sql`${row} >= ${cursor}`;
}

/** The cursor, unless its page has emptied, or is the first one come upon from behind and no longer full: both would strand the reader. */
function settled(cursor: PartnerCursor | null, { total, before }: Counted): PartnerCursor | null {
  if (cursor === null) return null;
  const stranded = cursor.direction === "after" ? before >= total : before < PARTNERS_PER_PAGE;
  return stranded ? null : cursor;
}

type Reading = { where: SQL; few: boolean; cursor: PartnerCursor | null; sort: PartnerSort };
type Row = PartnerListItem & { sortKey: string };

async function readRows(tx: Transaction, actor: Actor, { where, few, cursor, sort }: Reading): Promise<Row[]> {
  const { key, text, downwards } = ORDERS[sort];
  const backwards = cursor?.direction === "before";
  const direction = downwards === backwards ? sql`asc` : sql`desc`;
  const beyond =
    cursor === null ? sql`true` : backwards ? sql`not ${onOrBeyond(sort, cursor)}` : onOrBeyond(sort, cursor);
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
  return backwards ? found.toReversed() : [...found];
}

function pageOf(
  rows: readonly Row[],
  cursor: PartnerCursor | null,
  counted: Counted,
  { place, tag, through, candidates }: FoundFilters & Pick<AppliedFilters, "through" | "candidates">,
): PartnerPage {
  const { total, inRemit } = counted;
  const passed = cursor === null ? 0 : counted.before - (cursor.direction === "before" ? rows.length : 0);
  const at = (direction: PartnerCursor["direction"], row: Row | undefined) =>
    row === undefined ? null : { direction, key: row.sortKey, id: row.id };
  return {
    partners: rows.map(({ sortKey: _, ...row }) => ({ ...row, hasAdmin: row.adminCount > 0 })),
    total,
    inRemit,
    first: passed + 1,
    previous: passed > 0 ? at("before", rows[0]) : null,
    next: passed + rows.length < total ? at("after", rows.at(-1)) : null,
    filters: {
      place: place && { code: place.code, name: place.name, path: place.path },
      tag: tag && { id: tag.id, name: tag.name },
      through,
      candidates,
    },
  };
}
