import type { ReactNode } from "react";

/** A column: its heading, and what it shows of a row. The first column names the row. */
export type Column<Row> = {
  heading: string;
  cell: (row: Row) => ReactNode;
  /** The share of the width where the table is a table, as a class such as `sm:w-1/3`. */
  width?: string;
  /** Where the column may be left out of a card on a narrow screen because this row has nothing to say there. */
  isEmpty?: (row: Row) => boolean;
};

/**
 * A semantic table, rendered on the server. Under 640 px each row becomes a card whose lines carry the headings, so that
 * nothing scrolls sideways at 320 px.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  /** Read out, not shown: what the table lists. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  return (
    <table className="w-full border-collapse text-left max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-line bg-sunken max-sm:sr-only">
        <tr>
          {columns.map(({ heading, width = "" }) => (
            <th key={heading} scope="col" className={`px-4 py-2 text-sm font-medium text-ink-muted sm:px-5 ${width}`}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-sm:block">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="max-sm:grid max-sm:gap-1 max-sm:px-4 max-sm:py-3 sm:hover:bg-sunken/60">
            {columns.map((column, index) => (
              <Cell key={column.heading} column={column} row={row} first={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  if (first) {
    return (
      <th scope="row" className="align-top font-normal sm:px-5 sm:py-2.5">
        {column.cell(row)}
      </th>
    );
  }
  const empty = column.isEmpty?.(row) === true;
  return (
    <td
      className={`align-top sm:px-5 sm:py-2.5 ${empty ? "max-sm:hidden" : "max-sm:grid max-sm:grid-cols-[5.5rem_1fr] max-sm:gap-2"}`}
    >
      <span aria-hidden="true" className="text-ink-muted sm:hidden">
        {column.heading}
      </span>
      <div>{column.cell(row)}</div>
    </td>
  );
}
