import "server-only";
import type { Transaction } from "@/db/client";
import { writePostcodes } from "@/lib/places/postcodes/mutations";
import { normalPostcode } from "@/lib/places/postcodes/schemas";
import { chunked, type ListCounts, type Report } from "./bulk";
import { type Entries, present } from "./parse";
import type { ResolvedWorld } from "./resolve";
import type { PostcodeEntry } from "./schema";

/** Writes the postcodes of a file: new ones, and those that lie in another place now. */
export async function writePostcodeEntries(
  tx: Transaction,
  entries: Entries<PostcodeEntry>,
  { plan }: ResolvedWorld,
  report: Report,
): Promise<ListCounts> {
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (const chunk of chunked([...present(entries)])) {
    const rows = chunk.map(([, { postcode, neighbourhood }]) => {
      const kept = normalPostcode(postcode);
      const neighbourhoodId = plan?.ids.get(neighbourhood);
      if (kept === null || neighbourhoodId === undefined) throw new Error(`The load lost sight of ${postcode}`);
      return { postcode: kept, neighbourhoodId };
    });
    const { created, changed } = await writePostcodes(tx, rows);
    counts.created += created;
    counts.changed += changed;
    counts.unchanged += rows.length - created - changed;
    report(chunk.length);
  }
  return counts;
}
