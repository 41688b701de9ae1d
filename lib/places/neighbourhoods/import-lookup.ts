import "server-only";
import type { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import type { NeighbourhoodUnit } from "../neighbourhood-tree/constants";
import type { WantedNeighbourhood } from "./import-plan";

/** Something wrong in the file, with the number of the line it stands on (the heading is line 1). */
export type LookupFault = Readonly<{ line: number; message: string }>;

/** What a file turned out to be. `stranger` is one sentence for a file that is no look-up at all. */
export type LookupReading =
  | Readonly<{ outcome: "read"; neighbourhoods: readonly WantedNeighbourhood[]; rows: number }>
  | Readonly<{ outcome: "faults"; faults: readonly LookupFault[] }>
  | Readonly<{ outcome: "stranger"; sentence: string }>;

/**
 * Reads the ONS look-up "Ward to Local Authority District to CTYUA to Region to Country" of any year, row by row.
 * A district whose county has the same code is one district directly under its region; outside England there is no
 * region. Every malformed row and every contradiction between rows is reported, not only the first.
 */
export async function readLookup(input: Readable): Promise<LookupReading> {
  const tree = new LookupTree();
  const faults: LookupFault[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    // Otherwise one stray quotation mark would swallow every row behind it; what it leaves in a cell is found there.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined) faults.push({ line: lineOf(error), message: "the quotation marks do not match" });
      return undefined;
    },
  });
  input.on("error", (error) => parser.destroy(error)).pipe(parser);
  let columns: Columns | null = null;
  let rows = 0;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (columns === null) {
      columns = findColumns(record);
      if (columns === null) return stranger();
      continue;
    }
    rows += 1;
    const messages =
      record.length === columns.count ? tree.add(record, columns, info.lines) : [countFault(record, columns)];
    for (const message of messages) faults.push({ line: info.lines, message });
  }
  if (columns === null) return stranger();
  if (faults.length > 0) return { outcome: "faults", faults: faults.sort((a, b) => a.line - b.line) };
  if (rows === 0) return { outcome: "stranger", sentence: "The file holds no wards, only a heading." };
  return { outcome: "read", neighbourhoods: tree.all(), rows };
}

function stranger(): LookupReading {
  const wanted = LEVELS.map(({ prefix }) => `${prefix}24CD and ${prefix}24NM`).join(", ");
  return {
    outcome: "stranger",
    sentence: `This is not the ward look-up of the Office for National Statistics: its first line must name the columns ${wanted} (of any year).`,
  };
}

function lineOf(error: CsvError): number {
  return typeof error.lines === "number" ? error.lines : 0;
}

function countFault(record: readonly string[], columns: Columns): string {
  return `holds ${record.length} columns instead of ${columns.count}`;
}

/** From the widest to the narrowest, as one row nests them. */
const LEVELS = [
  { unit: "country", prefix: "CTRY", required: true },
  { unit: "region", prefix: "RGN", required: false },
  { unit: "county", prefix: "CTYUA", required: true },
  { unit: "district", prefix: "LAD", required: true },
  { unit: "ward", prefix: "WD", required: true },
] as const satisfies readonly { unit: NeighbourhoodUnit; prefix: string; required: boolean }[];

type Level = (typeof LEVELS)[number];
type Column = Readonly<{ level: Level; code: number; name: number; welsh: number }>;
type Columns = Readonly<{ count: number; levels: readonly Column[] }>;

function findColumns(header: readonly string[]): Columns | null {
  const find = (prefix: string, kind: string) =>
    header.findIndex((title) => new RegExp(`^${prefix}\\d{2}${kind}$`, "i").test(title.trim()));
  const levels = LEVELS.map((level) => ({
    level,
    code: find(level.prefix, "CD"),
    name: find(level.prefix, "NM"),
    welsh: find(level.prefix, "NMW"),
  }));
  const complete = levels.every(({ code, name }) => code >= 0 && name >= 0);
  return complete ? { count: header.length, levels } : null;
}

/** The places that the rows name, each once, with the line that named it first. */
class LookupTree {
  private readonly places = new Map<string, { place: WantedNeighbourhood; line: number }>();

  /** Takes in one row and gives what is wrong with it. */
  add(record: readonly string[], columns: Columns, line: number): string[] {
    const cells = columns.levels.map((column) => readCell(record, column));
    const faults = cells.flatMap(cellFaults);
    if (faults.length > 0) return faults;
    const district = cells.find((cell) => cell.level.unit === "district");
    let parentCode: string | null = null;
    for (const { level, code, name, welshName } of cells) {
      const sameAsDistrict = level.unit === "county" && code === district?.code;
      if (code === "" || sameAsDistrict) continue;
      const fault = this.place({ code, name, welshName, unit: level.unit, parentCode }, line);
      if (fault !== null) faults.push(fault);
      parentCode = code;
    }
    return faults;
  }

  all(): WantedNeighbourhood[] {
    return [...this.places.values()].map(({ place }) => place);
  }

  private place(place: WantedNeighbourhood, line: number): string | null {
    const known = this.places.get(place.code);
    if (known === undefined) {
      this.places.set(place.code, { place, line });
      return null;
    }
    const before = known.place;
    const there = `on line ${known.line}`;
    if (before.unit !== place.unit) return `${place.code} is a ${place.unit} here but a ${before.unit} ${there}`;
    if (before.name !== place.name || before.welshName !== place.welshName) {
      return `${place.code} is called ${bothNames(place)} here but ${bothNames(before)} ${there}`;
    }
    if (before.parentCode === place.parentCode) return null;
    return `${place.code} lies in ${place.parentCode ?? "nothing"} here but in ${before.parentCode ?? "nothing"} ${there}`;
  }
}

type Cell = Readonly<{ level: Level; code: string; name: string; welshName: string | null | undefined }>;

function readCell(record: readonly string[], { level, code, name, welsh }: Column): Cell {
  const text = (at: number) => (record[at] ?? "").trim();
  return { level, code: text(code), name: text(name), welshName: welsh < 0 ? undefined : text(welsh) || null };
}

function cellFaults({ level, code, name, welshName }: Cell): string[] {
  const faults: string[] = [];
  if (code === "" && (level.required || name !== "")) faults.push(`the code of the ${level.unit} is missing`);
  if (name === "" && (level.required || code !== "")) faults.push(`the name of the ${level.unit} is missing`);
  // What a reader of UTF-8 puts in place of bytes that are none.
  if (`${code}${name}${welshName ?? ""}`.includes("\uFFFD")) faults.push(`the name of the ${level.unit} is not UTF-8`);
  if (name.startsWith('"') || welshName?.startsWith('"')) faults.push("the quotation marks do not match");
  if (/[~\s]/.test(code)) faults.push(`the code of the ${level.unit} holds a space or a tilde`);
  return faults;
}

function bothNames({ name, welshName }: WantedNeighbourhood): string {
  return welshName ? `"${name}" (Welsh "${welshName}")` : `"${name}"`;
}
