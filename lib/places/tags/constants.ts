import { recordSegment } from "@/lib/platform/addresses/constants";

/** The kinds of tags, in the order in which they are listed. Only partnerships ever grant, block or narrow anything. Source: domains/places.md section 1. */
export const TAG_KINDS = ["partnership", "category", "facility"] as const;

/** One of those kinds. */
export type TagKind = (typeof TAG_KINDS)[number];

/** What each kind is called, for one tag and for several. */
export const KIND_NAMES: Readonly<Record<TagKind, { one: string; many: string }>> = {
  partnership: { one: "Partnership", many: "Partnerships" },
  category: { one: "Category", many: "Categories" },
  facility: { one: "Facility", many: "Facilities" },
};

/** The address of the list of tags. */
export const TAGS_PATH = "/places/tags";

/** The address of the form for a new tag. */
export const NEW_TAG_PATH = `${TAGS_PATH}/new`;

/** The address of a tag's page, by its external id where it has one that an address can hold, else by its UUID. */
export function tagPath({ id, externalId }: { id: string; externalId: string | null }): string {
  return `${TAGS_PATH}/${recordSegment(id, externalId)}`;
}

/** What a page says after a change that led to it, as `?notice=CODE`. */
export const TAG_NOTICES = ["tag-created", "tag-saved", "tag-deleted"] as const;

/** One of those notices. */
export type TagNotice = (typeof TAG_NOTICES)[number];

/** Partners named on a tag's own page before the rest are only counted. */
export const PARTNERS_PER_TAG = 8;
