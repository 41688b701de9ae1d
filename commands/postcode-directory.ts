import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { StartError } from "@/env";
import type { PostcodeImport } from "@/lib/places/postcodes/import";
import { count, progressBar } from "./progress-bar";
import { withDatabase } from "./with-database";

const KILOBYTE = 1_000;

/** Imports a postcode directory and says what that did. @throws StartError with each malformed line. */
export async function importPostcodeDirectory(path: string): Promise<void> {
  const { size } = await stat(path);
  const bar = progressBar("Importing postcodes, kilobytes");
  const kilobytes = (bytes: number) => Math.round(bytes / KILOBYTE);
  const counts = await withDatabase(async () => {
    const { writeTransaction } = await import("@/db/client");
    const { DirectoryError, importPostcodes } = await import("@/lib/places/postcodes/import");
    try {
      return await writeTransaction({ actorId: null, requestId: null }, (tx) =>
        importPostcodes(tx, createReadStream(path), (bytes) => bar.show(kilobytes(bytes), kilobytes(size))),
      );
    } catch (error) {
      if (!(error instanceof DirectoryError)) throw error;
      throw new StartError(faultLines(error.faults, error.total, error.message).join("\n"), { cause: error });
    } finally {
      bar.clear();
    }
  });
  for (const line of reportLines(path, counts)) console.log(line);
}

function faultLines(
  faults: readonly Readonly<{ line: number; message: string }>[],
  total: number,
  sentence: string,
): string[] {
  const lines = faults.map(({ line, message }) => `line ${line}: ${message}`);
  const unlisted = total - faults.length;
  return [...lines, ...(unlisted > 0 ? [`and ${count(unlisted)} more lines`] : []), sentence];
}

function reportLines(path: string, counts: PostcodeImport): string[] {
  const { created, moved, unchanged, terminated, inDistrict, placeless } = counts;
  const first =
    created + moved === 0
      ? `Nothing changed: all ${count(unchanged)} postcodes of ${path} lie where the file says.`
      : `Imported ${path}: ${count(created)} postcodes new, ${count(moved)} moved, ${count(unchanged)} as before.`;
  const remarks: readonly (readonly [number, string])[] = [
    [terminated, "not in use any more, and left out"],
    [inDistrict, "in a ward that is not known here, and put into their district"],
    [placeless, "in a ward and a district that are not known here, and left out"],
  ];
  return [first, ...remarks.flatMap(([number, remark]) => (number === 0 ? [] : [`${count(number)} ${remark}`]))];
}
