import * as z from "zod/mini";
import { TAG_KINDS } from "@/lib/places/tags/constants";
import { keptOr, line, lines, noOthers, recordKey, version } from "@/lib/platform/fields/schemas";
import { LONGEST, type TagField } from "./constants";

/** The text of every field of a tag; blank where there is none. */
export type TagValues = Readonly<Record<TagField, string>>;

const fields: Readonly<Record<TagField, z.ZodMiniType<string, string>>> = {
  name: line("the name", LONGEST.name).check(z.minLength(1, "Give the name that people know it by.")),
  description: lines("the description", LONGEST.description),
};

/** Which tag, by external id or UUID, and the version that was being edited. */
const recordShape = { tagId: recordKey("Which tag is not said.", "There is no such tag."), version };

/** A new tag: its kind, which it keeps for life, its name, and what it is about. Unknown fields are refused. */
export const tagFormSchema = z.strictObject(
  {
    kind: z.enum(TAG_KINDS, "Choose what kind of tag this is."),
    name: fields.name,
    description: z.optional(fields.description),
  },
  noOthers,
);

/**
 * An edit of a tag that holds `before` now. The bounds of a new one hold for what is changed; a value that was loaded
 * outside of them may stay as it is.
 */
export function tagEditSchema(before: TagValues) {
  const kept = (field: TagField) => z.optional(keptOr(fields[field], before[field]));
  return z.strictObject({ ...recordShape, name: kept("name"), description: kept("description") }, noOthers);
}

/** More than any value that was loaded: those may stay. */
const anyText = z.optional(z.string("This is no text.").check(z.maxLength(LONGEST.sent, "This is too long.")));

/** What a server action takes before it knows the record: the right fields, none of them endless. */
export const tagUpdateSchema = z.strictObject({ ...recordShape, name: anyText, description: anyText }, noOthers);

/** An edit as it was sent. */
export type SentTagEdit = z.infer<typeof tagUpdateSchema>;

/** Which tag to delete, in the version that was looked at. */
export const deleteTagSchema = z.strictObject(recordShape, noOthers);
