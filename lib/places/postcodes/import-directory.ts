import "server-only";
import type { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { normalPostcode } from "./schemas";

/** A line of the directory that holds a postcode in use: its form as kept, the codes of its ward and district, blank where there is none. */
export type DirectoryLine = Readonly<{ postcode: string; ward: string; district: string }>;

/** What a line says: a postcode in use, one that is not in use any more, or what is wrong with the line. */
export type DirectoryReading =
  | (DirectoryLine & Readonly<{ outcome: "read" }>)
  | Readonly<{ outcome: "terminated" }>
  | Readonly<{ outcome: "fault"; line: number; message: string }>;

/** Names that the directories of the years give to what is read: ONSPD and NSPL, of which later ones name the year. */
const TITLES = {
  postcode: /^pcds$|^pcd$|^pcd[78]$/,
  ward: /^osward$|^ward$|^wd\d\dcd$/,
  district: /^oslaua$|^laua$|^lad\d\dcd$/,
  terminated: /^doterm$/,
} as const;

type Columns = Readonly<{ count: number } & Record<keyof typeof TITLES, number>>;

/** Whether a file whose first line this is, is a postcode directory: it names a column of postcodes and one of wards. */
export function isDirectoryHeading(line: string): boolean {
  return findColumns(line.replace(/^\uFEFF/, "").split(",")) !== null;
}

/**
 * Reads a postcode directory of the Office for National Statistics, line by line: nothing is kept of what was read but
 * which postcodes there were.
 * @param onBytes hears how many bytes have been taken in.
 */
export async function* readDirectory(
  input: Readable,
  onBytes: (bytes: number) => void,
): AsyncGenerator<DirectoryReading> {
  const unmatched: number[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    // Otherwise one stray quotation mark would swallow every line behind it; what it leaves in a cell is found there.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined) unmatched.push(lineOf(error));
      return undefined;
    },
  });
  input.on("error", (error) => parser.destroy(error)).pipe(parser);
  const seen = new SeenPostcodes();
  let columns: Columns | null = null;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Place }>) {
    if (columns === null) {
      columns = findColumns(record);
      if (columns === null) throw new Error("A file without the heading of a directory was taken for one");
      continue;
    }
    onBytes(info.bytes);
    yield readLine(record, columns, info.lines, seen);
  }
  for (const line of unmatched) yield { outcome: "fault", line, message: "the quotation marks do not match" };
}

type Place = Readonly<{ lines: number; bytes: number }>;

function lineOf(error: CsvError): number {
  return typeof error.lines === "number" ? error.lines : 0;
}

/** Which column holds what; null where there is no postcode or no ward. What a directory may lack is -1. */
function findColumns(titles: readonly string[]): Columns | null {
  const names = titles.map((title) =>
    title
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .toLowerCase(),
  );
  const find = (title: RegExp) => names.findIndex((name) => title.test(name));
  // The form with one space is the one that people write; the others differ in their blanks alone.
  const postcode = names.includes("pcds") ? names.indexOf("pcds") : find(TITLES.postcode);
  const [ward, district, terminated] = [find(TITLES.ward), find(TITLES.district), find(TITLES.terminated)];
  return postcode < 0 || ward < 0 ? null : { count: titles.length, postcode, ward, district, terminated };
}

function readLine(record: readonly string[], columns: Columns, line: number, seen: SeenPostcodes): DirectoryReading {
  const fault = (message: string) => ({ outcome: "fault", line, message }) as const;
  if (record.length !== columns.count) return fault(`holds ${record.length} columns instead of ${columns.count}`);
  const cell = (at: number) => (record[at] ?? "").trim();
  const written = cell(columns.postcode);
  const postcode = normalPostcode(written);
  if (postcode === null || !BRITISH.test(postcode)) {
    return fault(written === "" ? "the postcode is missing" : `"${written}" is not a postcode`);
  }
  const [ward, district] = [cell(columns.ward), cell(columns.district)];
  const odd = [ward, district].find((code) => !/^[A-Za-z0-9]*$/.test(code));
  if (odd !== undefined) return fault(`"${odd}" is not the code of a place`);
  const before = seen.add(postcode, line);
  if (before !== null) return fault(`${written} stands on line ${before} already`);
  return cell(columns.terminated) === "" ? { outcome: "read", postcode, ward, district } : { outcome: "terminated" };
}

/** Five to seven letters and digits, a letter first: what every directory holds. */
const BRITISH = /^[A-Z][A-Z0-9]{4,6}$/;

/** The postcodes that were read and their lines, as plain numbers: some fifty bytes each, whatever the directory's other columns. */
class SeenPostcodes {
  private readonly lines = new Map<number, number>();

  /** Notes the postcode and gives the line on which it stood before, or null. */
  add(postcode: string, line: number): number | null {
    // A letter comes first, so that no two postcodes make the same number of base 36.
    const key = Number.parseInt(postcode, 36);
    const before = this.lines.get(key) ?? null;
    if (before === null) this.lines.set(key, line);
    return before;
  }
}
