import "server-only";
import type { Readable } from "node:stream";
import { liftTimeLimits, type Transaction } from "@/db/client";
import { lockNeighbourhoods } from "@/lib/places/neighbourhoods/mutations";
import { recordAudit } from "@/lib/platform/audit";
import { type DirectoryLine, type DirectoryReading, readDirectory } from "./import-directory";
import { type PostcodeRow, writePostcodes } from "./mutations";

/** A line of a directory that cannot be read, with its number (the heading is line 1). */
type DirectoryFault = Readonly<{ line: number; message: string }>;

/** A directory that cannot be imported: `faults` are the first bad lines, `total` counts all of them. */
export class DirectoryError extends Error {
  override readonly name = "DirectoryError";

  constructor(
    readonly faults: readonly DirectoryFault[],
    readonly total: number,
  ) {
    super(`${total} ${total === 1 ? "line is" : "lines are"} malformed. Nothing was written.`);
  }
}

/** What an import did, in postcodes. */
export type PostcodeImport = {
  created: number;
  /** Lay elsewhere before. */
  moved: number;
  unchanged: number;
  /** Not in use any more, and left out; what is stored of them stays. */
  terminated: number;
  /** Lie in a ward that is not known here, and were put into their district. */
  inDistrict: number;
  /** Neither their ward nor their district is known here: left out. */
  placeless: number;
};

/** Postcodes in one statement: half a megabyte of JSON. */
const BATCH = 5_000;

/** The most bad lines that are listed: more of them are one fault of the file's. */
const MOST_FAULTS = 1_000;

/**
 * Imports a postcode directory: new postcodes are added, those that lie elsewhere now are moved, those that the directory
 * does not name stay. Read and written in batches, whatever its length. One that changes nothing writes nothing, not
 * even an audit event. A postcode gives its ward, else its district. Source: domains/places.md section 1.
 * @param onProgress hears how many bytes of the file have been read.
 * @throws DirectoryError when the file is malformed; the transaction must then be rolled back.
 */
export async function importPostcodes(
  tx: Transaction,
  input: Readable,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<PostcodeImport> {
  await liftTimeLimits(tx);
  const stored = await lockNeighbourhoods(tx);
  const places = new Map(stored.map(({ code, id }) => [code, id]));
  const counts = { created: 0, moved: 0, unchanged: 0, terminated: 0, inDistrict: 0, placeless: 0 };
  const faults: DirectoryFault[] = [];
  let malformed = 0;
  let batch: PostcodeRow[] = [];
  const write = async () => {
    // What was written before the first bad line goes with the transaction.
    if (malformed === 0) await writeBatch(tx, batch, counts);
    batch = [];
  };
  for await (const reading of readDirectory(input, onProgress)) {
    if (reading.outcome === "fault") {
      malformed += 1;
      if (faults.length < MOST_FAULTS) faults.push({ line: reading.line, message: reading.message });
      continue;
    }
    const row = placeOf(reading, places, counts);
    if (row !== null) batch.push(row);
    if (batch.length === BATCH) await write();
  }
  await write();
  if (malformed > 0)
    throw new DirectoryError(
      faults.sort((a, b) => a.line - b.line),
      malformed,
    );
  await recordImport(tx, counts);
  return counts;
}

/** The row to write for a line, counting why there is none. */
function placeOf(
  reading: Exclude<DirectoryReading, { outcome: "fault" }>,
  places: ReadonlyMap<string, string>,
  counts: PostcodeImport,
): PostcodeRow | null {
  if (reading.outcome === "terminated") {
    counts.terminated += 1;
    return null;
  }
  const neighbourhoodId = places.get(reading.ward) ?? districtOf(reading, places, counts);
  return neighbourhoodId === null ? null : { postcode: reading.postcode, neighbourhoodId };
}

function districtOf(
  { district }: DirectoryLine,
  places: ReadonlyMap<string, string>,
  counts: PostcodeImport,
): string | null {
  const found = places.get(district) ?? null;
  counts[found === null ? "placeless" : "inDistrict"] += 1;
  return found;
}

async function writeBatch(tx: Transaction, batch: readonly PostcodeRow[], counts: PostcodeImport): Promise<void> {
  const { created, changed } = await writePostcodes(tx, batch);
  counts.created += created;
  counts.moved += changed;
  counts.unchanged += batch.length - created - changed;
}

async function recordImport(tx: Transaction, counts: PostcodeImport): Promise<void> {
  if (counts.created + counts.moved === 0) return;
  await recordAudit(tx, {
    actorId: null,
    actorLabel: "postcode import",
    action: "postcode.import",
    resourceType: "system",
    resourceId: "portal",
    after: counts,
  });
}
