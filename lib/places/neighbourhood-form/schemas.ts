import * as z from "zod/mini";
import { NEIGHBOURHOOD_UNITS, type NeighbourhoodUnit } from "@/lib/places/neighbourhood-tree/constants";
import { keptOr, line, noOthers, optionalKey, recordKey, unlessBlank, version } from "@/lib/platform/fields/schemas";
import { LONGEST, type NeighbourhoodField } from "./constants";

/** The text of every field of a neighbourhood; blank where there is none. */
export type NeighbourhoodValues = Readonly<Record<NeighbourhoodField, string>>;

/** What is said on the field of the parent where there is none such. */
export const NO_PLACE = "There is no such place. Choose one of those on offer.";

/** The last filled one where the field is there several times, as with a chooser that leaves a blank one beside its own. */
const parentKey = z.pipe(
  z.union([z.string(), z.array(z.string())], NO_PLACE),
  z.pipe(
    z.transform((value: string | string[]) => [value].flat().findLast((one) => one.trim() !== "") ?? ""),
    optionalKey(NO_PLACE),
  ),
);

const fields: Readonly<Record<Exclude<NeighbourhoodField, "parent">, z.ZodMiniType<string, string>>> = {
  name: line("the name", LONGEST.name).check(z.minLength(1, "Give the name that people call this place by.")),
  welshName: line("the name", LONGEST.name),
  code: line("the code", LONGEST.code).check(
    z.minLength(1, "Give the code of this place."),
    unlessBlank(
      (value) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(value),
      "Use letters, digits and single hyphens, such as E05011368.",
    ),
    // The address of the form for a new place.
    z.refine((value) => value !== "new", 'The code cannot be "new".'),
  ),
  unit: z
    .string("Choose what kind of place this is.")
    .check(z.refine((value) => isUnit(value), "Choose what kind of place this is.")),
};

/** Which neighbourhood, by code or UUID, and the version that was being edited. */
const recordShape = { neighbourhoodId: recordKey("Which place is not said.", "There is no such place."), version };

/** A new neighbourhood: what it is called, its code, its unit and what it lies in. Unknown fields are refused. */
export const neighbourhoodFormSchema = z.strictObject(
  { ...fields, welshName: z.optional(fields.welshName), parent: z.optional(parentKey) },
  noOthers,
);

/** A new neighbourhood as it was typed in, tidied. */
export type NewNeighbourhood = z.infer<typeof neighbourhoodFormSchema>;

/**
 * An edit of a neighbourhood that holds `before` now. The bounds of a new one hold for what is changed; a value that was
 * loaded outside of them may stay as it is.
 */
export function neighbourhoodEditSchema(before: Readonly<Partial<Record<NeighbourhoodField, string>>>) {
  const kept = (field: keyof typeof fields) => z.optional(keptOr(fields[field], before[field] ?? ""));
  const shape = { name: kept("name"), welshName: kept("welshName"), code: kept("code"), unit: kept("unit") };
  return z.strictObject({ ...recordShape, ...shape, parent: z.optional(parentKey) }, noOthers);
}

/** More than any value that was loaded: those may stay. */
const anyText = z.optional(z.string("This is no text.").check(z.maxLength(LONGEST.sent, "This is too long.")));

/** What a server action takes before it knows the record: the right fields, none of them endless. */
export const neighbourhoodUpdateSchema = z.strictObject(
  { ...recordShape, name: anyText, welshName: anyText, code: anyText, unit: anyText, parent: z.optional(parentKey) },
  noOthers,
);

/** An edit as it was sent. */
export type SentNeighbourhoodEdit = z.infer<typeof neighbourhoodUpdateSchema>;

/** Which neighbourhood to delete, in the version that was looked at. */
export const deleteNeighbourhoodSchema = z.strictObject(recordShape, noOthers);

/** Whether the text is one of the five levels. */
export function isUnit(value: string): value is NeighbourhoodUnit {
  return NEIGHBOURHOOD_UNITS.some((unit) => unit === value);
}

/** The levels that a place inside one of this level may have: the narrower ones; all of them inside nothing. */
export function unitsInside(unit: NeighbourhoodUnit | null): readonly NeighbourhoodUnit[] {
  return unit === null ? NEIGHBOURHOOD_UNITS : NEIGHBOURHOOD_UNITS.slice(NEIGHBOURHOOD_UNITS.indexOf(unit) + 1);
}
