import "server-only";
import { sql } from "drizzle-orm";
import { writeTransaction } from "@/db/client";
import { writePostcodes } from "@/lib/places/postcodes/mutations";

const nobody = { actorId: null, requestId: null };

/**
 * Puts a postcode into a place, as a directory would have.
 * @param postcode capitals and digits without spaces, which no other test uses.
 * @param placeCode of a place that is there.
 */
export async function addPostcodeForTest(postcode: string, placeCode: string): Promise<void> {
  await writeTransaction(nobody, async (tx) => {
    const [place] = await tx.execute<{ id: string }>(sql`select id from neighbourhoods where code = ${placeCode}`);
    if (place === undefined) throw new Error(`There is no place ${placeCode}`);
    await writePostcodes(tx, [{ postcode, neighbourhoodId: place.id }]);
  });
}
