import "server-only";
import { type SQL, sql, type Table } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ListCursor } from "@/lib/platform/lists/schemas";

/**
 * How the rows of a list stand one after the other.
 * `row`: what tells their order, the sort key and then the id, as a row of SQL; `at`: the same of a cursor.
 */
export type ListOrder = Readonly<{ row: SQL; at: (cursor: ListCursor) => SQL; downwards: boolean }>;

/** How many rows there are, and how many stand before the cursor's row (and, for a page after it, that row itself). */
export type ListCounts = { total: number; before: number };

/** The same, with how many rows the actor may see at all. */
type CountsInRemit = ListCounts & { inRemit: number };

/**
 * Up to this many matches are collected by what selects them and then sorted; more are read in the order of the list
 * until the page is full. Either would be slow for the other: collecting a country, or reading the whole alphabet for the
 * last few of a ward. Source: PERMISSIONS_ENGINE, "planner trap".
 */
export const FEW_MATCHES = 2_000;

/** A page of a list. `first` is the position of its first row, from 1; the cursors are null where there is no page. */
export type ListPage<Row> = {
  rows: Row[];
  total: number;
  first: number;
  previous: ListCursor | null;
  next: ListCursor | null;
};

type Asked<Row> = {
  order: ListOrder;
  cursor: ListCursor | null;
  perPage: number;
  /** Counts; `passed` is the condition over a row that it stands before the page. */
  count: (passed: SQL) => Promise<ListCounts | undefined>;
  /** Reads one page's worth of rows that meet `beyond`, in that direction, of `total` in all. */
  read: (beyond: SQL, direction: SQL, total: number) => Promise<readonly Row[]>;
  markOf: (row: Row) => Omit<ListCursor, "direction">;
};

/**
 * Reads the page that a cursor leads to. A cursor whose page has emptied, or is the first one come upon from behind and no
 * longer full, gives the first page: both would strand the reader.
 */
export async function readPage<Row>(asked: Asked<Row>): Promise<ListPage<Row>> {
  const { order, perPage, markOf } = asked;
  const passed = asked.cursor === null ? sql`false` : sql`not ${onOrBeyond(order, asked.cursor)}`;
  const counts = (await asked.count(passed)) ?? { total: 0, before: 0 };
  const cursor = asked.cursor !== null && strands(asked.cursor, counts, perPage) ? null : asked.cursor;
  const backwards = cursor?.direction === "before";
  const beyond =
    cursor === null ? sql`true` : backwards ? sql`not ${onOrBeyond(order, cursor)}` : onOrBeyond(order, cursor);
  const direction = order.downwards === backwards ? sql`asc` : sql`desc`;
  const found = counts.total === 0 ? [] : await asked.read(beyond, direction, counts.total);
  const rows = backwards ? found.toReversed() : [...found];
  const skipped = cursor === null ? 0 : counts.before - (backwards ? rows.length : 0);
  const at = (direction: ListCursor["direction"], row: Row | undefined) =>
    row === undefined ? null : { direction, ...markOf(row) };
  return {
    rows,
    total: counts.total,
    first: skipped + 1,
    previous: skipped > 0 ? at("before", rows[0]) : null,
    next: skipped + rows.length < counts.total ? at("after", rows.at(-1)) : null,
  };
}

function strands({ direction }: ListCursor, { total, before }: ListCounts, perPage: number): boolean {
  return direction === "after" ? before >= total : before < perPage;
}

/** The rows of the page after the cursor, or of everything from the cursor's row on for a page before it. */
function onOrBeyond({ row, at, downwards }: ListOrder, cursor: ListCursor): SQL {
  const mark = at(cursor);
  if (cursor.direction === "after") return downwards ? sql`${row} < ${mark}` : sql`${row} > ${mark}`;
  return downwards ? sql`${row} <= ${mark}` : sql`${row} >= ${mark}`;
}

/**
 * Counts the rows of a table for a page of its list. One statement.
 * @param scope which rows the actor may see; `where` which of them match, the scope among it; `passed` which of those
 * stand before the page.
 */
export async function countInRemit(
  tx: Transaction,
  table: Table,
  { scope, where, passed }: Readonly<{ scope: SQL; where: SQL; passed: SQL }>,
): Promise<CountsInRemit> {
  const [counted] = await tx.execute<CountsInRemit>(sql`
    select (select count(*)::int from ${table} where ${scope}) as "inRemit", "total", "before" from (
      select count(*)::int as "total", (count(*) filter (where ${passed}))::int as "before" from ${table} where ${where}
    ) matching`);
  return counted ?? { total: 0, inRemit: 0, before: 0 };
}
