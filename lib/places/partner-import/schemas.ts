import * as z from "zod/mini";
import type { NamedRecord } from "@/lib/platform/errors";
import { noOthers } from "@/lib/platform/fields/schemas";
import { IMPORT_COLUMNS, type ImportField, LONGEST_IMPORT, MOST_IMPORT_ROWS } from "./constants";

/**
 * What the form sends: a file that was chosen, or the text of the one that was looked at before. `step` is the button
 * that was pressed; `expected` the number of partners that the preview said would be made.
 */
export const partnerImportSchema = z.strictObject(
  {
    file: z.optional(z.instanceof(Blob)),
    text: z.optional(z.string().check(z.maxLength(LONGEST_IMPORT, "The file is too long: cut it into several."))),
    step: z.enum(["preview", "import"]),
    expected: z.optional(z.coerce.number()),
  },
  noOthers,
);

/** One line of a file by the fields of the form, texts as they stand in the file. */
export type ImportLine = Readonly<{ line: number; cells: Readonly<Partial<Record<ImportField, string>>> }>;

/** Something wrong with a line: the heading of the column, or null for the line as a whole. */
export type ImportFault = Readonly<{ column: string | null; sentence: string }>;

/** The lines of a file by field, or one sentence about the file as a whole. */
export type ReadImport = Readonly<{ lines: readonly ImportLine[] }> | Readonly<{ fault: string }>;

/** What a file would make, or has made. `text` is the file itself, for sending it again with the second step. */
export type ImportOutcome = Readonly<{
  text: string;
  /** The file is not in the encoding that it should be in, and was read as best we could. */
  doubtful: boolean;
  /** `similar`: partners that are there already and may be the same; a hint, told in the preview alone. */
  lines: readonly Readonly<{
    line: number;
    name: string;
    faults: readonly ImportFault[];
    similar: readonly NamedRecord[];
  }>[];
  /** Lines with nothing wrong. */
  good: number;
  /** The partners that were made; null where this was a preview. */
  made: readonly Readonly<{ name: string; path: string }>[] | null;
}>;

/** Sorts the cells of a file by its heading. Headings may differ in capitals, spaces and hyphens. */
export function linesByField(
  heading: readonly string[],
  records: readonly Readonly<{ line: number; cells: readonly string[] }>[],
): ReadImport {
  const fields = heading.map((text) => IMPORT_COLUMNS.find((column) => plain(column.heading) === plain(text))?.field);
  const unknown = heading.filter((text, index) => text !== "" && fields[index] === undefined);
  const twice = fields.find((field, index) => field !== undefined && fields.indexOf(field) !== index);
  if (!fields.includes("name"))
    return { fault: "The first line must name the columns, and one of them must be “Name”." };
  if (unknown.length > 0)
    return { fault: `There is no column called ${unknown.map((text) => `“${text}”`).join(", ")}.` };
  if (twice !== undefined) return { fault: `The column “${headingOf(twice)}” is there twice.` };
  if (records.length === 0) return { fault: "The file names columns and no partner." };
  if (records.length > MOST_IMPORT_ROWS) {
    return { fault: `The file holds ${records.length} partners; at most ${MOST_IMPORT_ROWS} can be imported at once.` };
  }
  return {
    lines: records.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        cells.flatMap((cell, index) => {
          const field = fields[index];
          return field === undefined || cell === "" ? [] : [[field, cell] as const];
        }),
      ),
    })),
  };
}

/** The parts of a cell that holds several: "Food; Older people". */
export function partsOf(cell: string | undefined): string[] {
  return (cell ?? "").split(";").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}

/** What the column of a field is called. */
export function headingOf(field: string): string | null {
  return IMPORT_COLUMNS.find((column) => column.field === field)?.heading ?? null;
}

function plain(heading: string): string {
  return heading.toLowerCase().replaceAll(/[\s_-]+/g, "");
}
