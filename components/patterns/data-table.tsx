import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** How a column is sorted now, and the address of the list sorted by it: the other way round where it already is. */
export type ColumnSort = { href: string; direction: "ascending" | "descending" | null };

/** A column: its heading, and what it shows of a row. The first column names the row. */
export type Column<Row> = {
  heading: string;
  cell: (row: Row) => ReactNode;
  /** The share of the width where the table is a table, as a class such as `@2xl:w-1/3`. */
  width?: string;
  /** Figures stand at the right, where their digits line up. */
  align?: "end";
  /** Makes the heading a link that sorts. */
  sort?: ColumnSort;
  /** Where the column may be left out of a card on a narrow screen because this row has nothing to say there. */
  isEmpty?: (row: Row) => boolean;
};

/**
 * A semantic table, rendered on the server. Where it has less than 672 px, whatever stands beside it, each row becomes a
 * card whose lines carry the headings, and the headings that sort stand above as one row of links, so that nothing
 * scrolls sideways at 320 px.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  /** Read out, not shown: what the table lists, and how it is sorted. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  const sortable = columns.some(({ sort }) => sort !== undefined);
  return (
    <div className="@container">
      <table className="w-full border-collapse text-start @max-2xl:block">
        <caption className="sr-only">{caption}</caption>
        <thead className={`border-b border-line bg-sunken ${sortable ? "@max-2xl:block" : "@max-2xl:sr-only"}`}>
          <tr
            className={sortable ? "@max-2xl:flex @max-2xl:flex-wrap @max-2xl:gap-x-4 @max-2xl:px-4 @max-2xl:py-1" : ""}
          >
            {columns.map((column) => (
              <Heading key={column.heading} column={column} sortable={sortable} />
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line @max-2xl:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className="transition-colors @max-2xl:grid @max-2xl:gap-1.5 @max-2xl:px-4 @max-2xl:py-3.5 @2xl:hover:bg-sunken/60"
            >
              {columns.map((column, index) => (
                <Cell key={column.heading} column={column} row={row} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const arrows = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown } as const;

function Heading<Row>({
  column: { heading, width = "", align, sort },
  sortable,
}: {
  column: Column<Row>;
  sortable: boolean;
}) {
  const Arrow = arrows[sort?.direction ?? "none"];
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      className={`px-4 py-1.5 text-sm font-medium whitespace-nowrap text-ink-muted @max-2xl:p-0 @2xl:px-5 ${align === "end" ? "text-end" : "text-start"} ${sortable && sort === undefined ? "@max-2xl:sr-only" : ""} ${width}`}
    >
      {sort === undefined ? (
        heading
      ) : (
        <Link
          href={sort.href}
          prefetch={false}
          scroll={false}
          className="group/sort -mx-1.5 inline-flex min-h-6 items-center gap-1 rounded-sm px-1.5 transition-colors hover:bg-line hover:text-ink in-aria-[sort]:text-ink"
        >
          {heading}
          <Arrow
            aria-hidden
            className="size-3.5 opacity-50 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100 in-aria-[sort]:opacity-100"
          />
        </Link>
      )}
    </th>
  );
}

function Cell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  if (first) {
    return (
      <th scope="row" className="text-start align-top font-normal @2xl:px-5 @2xl:py-2.5">
        {column.cell(row)}
      </th>
    );
  }
  const empty = column.isEmpty?.(row) === true;
  const figures = column.align === "end" ? "@2xl:text-end tabular-nums" : "";
  return (
    <td
      className={`align-top @2xl:px-5 @2xl:py-2.5 ${figures} ${empty ? "@max-2xl:hidden" : "@max-2xl:grid @max-2xl:grid-cols-[6rem_1fr] @max-2xl:gap-2 @max-sm:[&_time]:whitespace-normal"}`}
    >
      <span aria-hidden="true" className="text-ink-muted @2xl:hidden">
        {column.heading}
      </span>
      <div>{column.cell(row)}</div>
    </td>
  );
}
