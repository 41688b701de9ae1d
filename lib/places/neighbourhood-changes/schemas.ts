import { NEIGHBOURHOOD_FIELDS, type NeighbourhoodField } from "@/lib/places/neighbourhood-form/constants";
import {
  isUnit,
  type NeighbourhoodValues,
  type NewNeighbourhood,
  NO_PLACE,
  neighbourhoodEditSchema,
  type SentNeighbourhoodEdit,
  unitsInside,
} from "@/lib/places/neighbourhood-form/schemas";
import type { NeighbourhoodUnit } from "@/lib/places/neighbourhood-tree/constants";

/** A place that another one lies in. `path`: names from itself up to the country; `numbers` the same way down. */
export type ParentPlace = Readonly<{
  id: string;
  code: string;
  name: string;
  unit: NeighbourhoodUnit;
  path: readonly string[];
  numbers: readonly number[];
}>;

/** A neighbourhood as a save finds it. */
export type SavedNeighbourhood = Readonly<{
  id: string;
  number: number;
  code: string;
  name: string;
  unit: NeighbourhoodUnit;
  version: number;
  /** ISO in UTC. */
  updatedAt: string;
  values: NeighbourhoodValues;
  parent: ParentPlace | null;
  /** The widest level among the places directly in it. */
  widestChild: NeighbourhoodUnit | null;
}>;

/** What a save really changes. */
export type NeighbourhoodChange = Readonly<{
  /** Every field as it would be. */
  values: NeighbourhoodValues;
  /** Those that differ, in the order of the form. */
  fields: readonly NeighbourhoodField[];
  unit: NeighbourhoodUnit;
  parent: ParentPlace | null;
}>;

/** One sentence for each field that is wrong, by the field's name. */
type Faults = Readonly<Record<string, string>>;

/** What was asked for in its proven form, or what is wrong with it, whoever asks. */
export type Result<Proven> = Readonly<{ proven: Proven }> | Readonly<{ faults: Faults }>;

/** What a posted form names in the tree: the parent by its key, where there is such a place, and the ids of those with the code. */
export type NamedPlaces = Readonly<{ places: ReadonlyMap<string, ParentPlace>; holders: readonly string[] }>;

/** The difference that an edit makes to the neighbourhood as it is now. */
export function changeOf(
  saved: SavedNeighbourhood,
  { places, holders }: NamedPlaces,
  sent: SentNeighbourhoodEdit,
): Result<NeighbourhoodChange> {
  const parsed = neighbourhoodEditSchema(saved.values).safeParse(sent);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ""), message] as const);
    return { faults: Object.fromEntries(faults.toReversed()) };
  }
  const { neighbourhoodId: _id, version: _version, parent: key = saved.values.parent, ...texts } = parsed.data;
  const parent = key === saved.values.parent ? saved.parent : parentOf(key, places);
  if (parent === undefined) return { faults: NO_PARENT };
  const values: NeighbourhoodValues = { ...saved.values, ...texts, parent: parent?.code ?? "" };
  const unit = isUnit(values.unit) ? values.unit : saved.unit;
  const fields = NEIGHBOURHOOD_FIELDS.filter((field) => values[field] !== saved.values[field]);
  const taken = fields.includes("code") && holders.some((id) => id !== saved.id);
  const inPlace = parent && { ...parent, insideIt: parent.numbers.includes(saved.number) };
  const at = fields.includes("unit") ? "unit" : "parent";
  const faults = {
    ...(taken ? TAKEN : {}),
    ...(fields.some((field) => field === "unit" || field === "parent")
      ? placementFaults({ unit, parent: inPlace, widestChild: saved.widestChild, at })
      : {}),
  };
  return Object.keys(faults).length > 0 ? { faults } : { proven: { values, fields, unit, parent } };
}

/** What a new neighbourhood would be and lie in. */
export function placementOf(
  input: NewNeighbourhood,
  { places, holders }: NamedPlaces,
): Result<Readonly<{ parent: ParentPlace | null; unit: NeighbourhoodUnit }>> {
  const parent = parentOf(input.parent ?? "", places);
  if (parent === undefined) return { faults: NO_PARENT };
  const { unit } = input;
  if (!isUnit(unit)) return { faults: { unit: "Choose what kind of place this is." } };
  const inPlace = parent && { ...parent, insideIt: false };
  const faults = {
    ...(holders.length > 0 ? TAKEN : {}),
    ...placementFaults({ unit, parent: inPlace, widestChild: null, at: "unit" }),
  };
  return Object.keys(faults).length > 0 ? { faults } : { proven: { parent, unit } };
}

const NO_PARENT: Faults = { parent: NO_PLACE };
const TAKEN: Faults = { code: "Another place has this code already." };

/** Null for a place that lies in nothing; undefined where there is none of this key. */
function parentOf(key: string, places: ReadonlyMap<string, ParentPlace>): ParentPlace | null | undefined {
  return key === "" ? null : places.get(key);
}

type Placement = Readonly<{
  unit: NeighbourhoodUnit;
  /** `insideIt`: the parent is the place itself or lies in it. */
  parent: Readonly<{ name: string; unit: NeighbourhoodUnit; insideIt: boolean }> | null;
  widestChild: NeighbourhoodUnit | null;
  /** The field that says so where level and parent do not fit: the one that was changed. */
  at: "unit" | "parent";
}>;

/** What is wrong about where a place lies: levels fall on the way down from a country, and nothing lies in itself. Source: domains/places.md section 1. */
function placementFaults({ unit, parent, widestChild, at }: Placement): Faults {
  if (parent?.insideIt === true) {
    return { parent: "A place cannot lie in itself, nor in a place that lies in it." };
  }
  const lost = parent === null && unit !== "country";
  const narrower = parent === null || unitsInside(parent.unit).includes(unit);
  const wider = widestChild === null || unitsInside(unit).includes(widestChild);
  return {
    ...(wider ? {} : { unit: `A ${widestChild} lies in this place, so it must be something wider.` }),
    ...(lost ? { parent: "Only a country lies in nothing. Choose the place that it lies in." } : {}),
    ...(narrower ? {} : { [at]: `A ${unit} cannot lie in ${parent.name}, which is a ${parent.unit}.` }),
  };
}

/** A neighbourhood as the audit trail keeps it: what is known of it, the place that it lies in by code and name. */
export function traceOf(
  values: NeighbourhoodValues,
  parent: ParentPlace | null,
  fields: readonly NeighbourhoodField[] = NEIGHBOURHOOD_FIELDS.filter((field) => values[field] !== ""),
): Readonly<Record<string, unknown>> {
  const above = parent && { code: parent.code, name: parent.name };
  return Object.fromEntries(fields.map((field) => [field, field === "parent" ? above : values[field]]));
}

/** How the codes of these places read, for whoever compares two people's changes. */
export function wordsOf(...places: readonly (Pick<ParentPlace, "code" | "name"> | null)[]): Record<string, string> {
  return Object.fromEntries(places.flatMap((place) => (place === null ? [] : [[place.code, place.name]])));
}
