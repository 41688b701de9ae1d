import "server-only";
import { sql } from "drizzle-orm";
import { partners } from "@/db/schema/places";
import type {
  PlacePath,
  PlacesAttribute,
  Relation,
  ScalarAttribute,
  SetAttribute,
} from "@/lib/permissions/engine/attributes";
import type { Constants } from "@/lib/permissions/engine/fold";

/** Facts of a record of no wing: the engine is tried on it, so that its tests do not depend on any policy. */
export interface BoxFacts {
  readonly id: string;
  readonly places: readonly PlacePath[];
  readonly labels: readonly number[];
  readonly parts: readonly BoxFacts[];
}

/** The attributes of such a record; in SQL it borrows the columns of partners. */
export const box = {
  id: { name: "box.id", shape: "scalar", get: ({ id }) => id, column: partners.id } as ScalarAttribute<BoxFacts>,
  places: {
    name: "box.places",
    shape: "places",
    get: ({ places }) => places,
    columns: { scope: partners.scopeIds, each: partners.placeIds },
  } as PlacesAttribute<BoxFacts>,
  labels: {
    name: "box.labels",
    shape: "set",
    get: ({ labels }) => labels,
    column: partners.tagIds,
  } as SetAttribute<BoxFacts>,
  parts: {
    name: "box.parts",
    get: ({ parts }) => parts,
    exists: (condition) => sql`exists (select 1 where ${condition ?? sql`true`})`,
  } as Relation<BoxFacts, BoxFacts>,
};

/** Numbers of places: England holds Manchester, Manchester holds Hulme and Ardwick. */
export const at = { england: 1, manchester: 2, hulme: 3, ardwick: 4 } as const;

/** The paths of the same places. */
export const tree = {
  manchester: [at.england, at.manchester],
  hulme: [at.england, at.manchester, at.hulme],
  ardwick: [at.england, at.manchester, at.ardwick],
} as const satisfies Record<string, PlacePath>;

/** What references stand for where nothing is held; a test names what it needs. */
export function constants(held: Partial<Constants> = {}): Constants {
  return { "grant.area": [], "grant.partnerships": [], "grant.partner": [], "actor.id": ["me"], ...held };
}
