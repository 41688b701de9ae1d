import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, writeTransaction } from "@/db/client";
import { insertNeighbourhood } from "@/lib/places/neighbourhood-form/mutations";
import { type NeighbourhoodUnit, neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { lockTree } from "@/lib/places/neighbourhoods/mutations";
import { newId } from "@/lib/platform/ids";

const nobody = { actorId: null, requestId: null };

/** What a test knows of a place of its own. */
export type TestPlace = Readonly<{ id: string; code: string; name: string; path: string }>;

/** A code for a place of a test that no other test and no other run uses. */
export function freshPlaceCode(): string {
  return `T${newId().slice(-12).toUpperCase()}`;
}

/** Makes a place of the test's own: a country, or what lies in another place of the test, so that no list of another test counts it. */
export async function addPlaceForTest(about: string, unit: NeighbourhoodUnit, parent?: TestPlace): Promise<TestPlace> {
  const code = freshPlaceCode();
  const name = `Test ${about} ${code.slice(-6)}`;
  const id = await writeTransaction(nobody, async (tx) => {
    await lockTree(tx);
    return insertNeighbourhood(tx, { name, welshName: null, code, unit, parentId: parent?.id ?? null });
  });
  return { id, code, name, path: neighbourhoodPath({ id, code }) };
}

/** A place as it is in the database now. */
export type PlaceNow = {
  id: string;
  code: string;
  name: string;
  welshName: string | null;
  unit: string;
  version: number;
  /** Codes from the place itself upwards. */
  path: string[];
};

/** The place of this code; null where there is none. */
export async function placeNow(code: string): Promise<PlaceNow | null> {
  return readTransaction(async (tx) => {
    const [row] = await tx.execute<PlaceNow>(sql`
      select n.id, n.code, n.name, n.welsh_name as "welshName", n.unit, n.version,
        array(select above.code from neighbourhoods above where above.number = any(n.path)
          order by array_position(n.path, above.number) desc) as path
      from neighbourhoods n where n.code = ${code}`);
    return row ?? null;
  });
}
