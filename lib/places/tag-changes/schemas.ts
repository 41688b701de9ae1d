import { TAG_FIELDS, type TagField } from "@/lib/places/tag-form/constants";
import { type SentTagEdit, type TagValues, tagEditSchema } from "@/lib/places/tag-form/schemas";
import type { TagKind } from "@/lib/places/tags/constants";

/** A tag as a save finds it. */
export type SavedTag = Readonly<{
  id: string;
  number: number;
  externalId: string | null;
  kind: TagKind;
  version: number;
  /** ISO in UTC. */
  updatedAt: string;
  values: TagValues;
}>;

/** What an edit really changes: every field as it would be, and those that differ. */
export type TagChange = Readonly<{ values: TagValues; fields: readonly TagField[] }>;

/** One sentence for each field that is wrong, by the field's name. */
type Faults = Readonly<Record<string, string>>;

/** What was asked for in its proven form, or what is wrong with it, whoever asks. */
export type Result<Proven> = Readonly<{ proven: Proven }> | Readonly<{ faults: Faults }>;

/**
 * The difference that an edit makes to the tag as it is now.
 * @param holders the ids of the tags of its kind that have the name which was sent.
 */
export function changeOf(saved: SavedTag, holders: readonly string[], sent: SentTagEdit): Result<TagChange> {
  const parsed = tagEditSchema(saved.values).safeParse(sent);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ""), message] as const);
    return { faults: Object.fromEntries(faults.toReversed()) };
  }
  const { tagId: _id, version: _version, ...texts } = parsed.data;
  const values: TagValues = { ...saved.values, ...texts };
  const fields = TAG_FIELDS.filter((field) => values[field] !== saved.values[field]);
  const taken = fields.includes("name") && holders.some((id) => id !== saved.id);
  return taken ? { faults: takenBy(saved.kind) } : { proven: { values, fields } };
}

const SUCH: Readonly<Record<TagKind, string>> = {
  partnership: "a partnership",
  category: "a category",
  facility: "a facility",
};

/** What is said on the name where another tag of the kind has it. */
export function takenBy(kind: TagKind): Faults {
  return { name: `There is ${SUCH[kind]} of this name already. Capital letters make no difference.` };
}

/** A tag as the audit trail keeps it: what is known of it. */
export function traceOf(values: TagValues, fields?: readonly TagField[]): Readonly<Record<string, string>> {
  const told = fields ?? TAG_FIELDS.filter((field) => values[field] !== "");
  return Object.fromEntries(told.map((field) => [field, values[field]] as const));
}
