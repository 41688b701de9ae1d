import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";

/** A record of a file: the line that it begins on, counted from 1 with the heading, and its cells in order. */
export type CsvRecord = Readonly<{ line: number; cells: readonly string[] }>;

/** The heading and the records of a file, or one sentence about why it cannot be read. */
export type CsvReading =
  | Readonly<{ heading: readonly string[]; records: readonly CsvRecord[] }>
  | Readonly<{ fault: string }>;

/** What the parser gives with `info`, which its types do not say. */
const parsedRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * A whole CSV file from its text: commas or semicolons (whichever the heading has), quoted cells with line breaks in them,
 * a byte-order mark or none. Blank lines are left out; cells are trimmed.
 */
export function readCsv(text: string): CsvReading {
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = first.includes(",") || !first.includes(";") ? "," : ";";
  let rows: z.infer<typeof parsedRows>;
  try {
    const parsed: unknown = parse(text, {
      ...{ bom: true, info: true, trim: true, delimiter },
      ...{ relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true },
    });
    rows = parsedRows.parse(parsed);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      fault: `Line ${error.lines} cannot be read: a quotation mark is missing or stands in the middle of a cell.`,
    };
  }
  const [heading, ...rest] = rows;
  if (heading === undefined) return { fault: "The file is empty." };
  return {
    heading: heading.record,
    records: rest.map(({ record, info }) => ({ line: beginning(record, info.lines), cells: record })),
  };
}

/** The parser counts the line that a record ends on. */
function beginning(record: readonly string[], end: number): number {
  return end - record.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
}
