import "server-only";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition } from "@/lib/permissions/scope";
import { MOST_PALETTE_RESULTS } from "@/lib/places/palette/constants";
import { LONGEST_TAG_SEARCH } from "@/lib/places/tag-list/constants";
import { searchTags } from "@/lib/places/tag-list/queries";
import { EVERY_TAG, tagListHref } from "@/lib/places/tag-list/schemas";
import { KIND_NAMES, NEW_TAG_PATH, TAGS_PATH, tagPath } from "@/lib/places/tags/constants";
import { searchText } from "@/lib/platform/lists/schemas";
import type { PaletteSource } from "@/lib/platform/palette/sources";

/** What the command palette offers of tags, within the actor's remit: the way to make one, the list, and tags by name. At most one statement. */
export async function searchTagsForPalette(
  tx: Transaction,
  actor: Actor,
  text: string,
): Promise<Pick<PaletteSource, "actions" | "pages" | "records">> {
  const sees = listCondition(actor, "tag", "view").rows !== "none";
  const makes = listCondition(actor, "tag", "create").rows !== "none";
  const searched = searchText(text, LONGEST_TAG_SEARCH);
  const found = sees && searched !== "" ? await searchTags(tx, actor, searched, MOST_PALETTE_RESULTS) : [];
  const list = { href: tagListHref(TAGS_PATH, EVERY_TAG, { text }), label: `All tags with “${text}”` };
  const entries = found.map((tag) => ({ href: tagPath(tag), label: tag.name, detail: KIND_NAMES[tag.kind].one }));
  return {
    actions: makes ? [{ href: NEW_TAG_PATH, label: "New tag", detail: "", words: "create add make category" }] : [],
    pages: sees
      ? [{ href: TAGS_PATH, label: "Tags", detail: "", words: "categories facilities partnerships list" }]
      : [],
    records: [{ label: "Tags", found: entries, list: sees ? list : null }],
  };
}
