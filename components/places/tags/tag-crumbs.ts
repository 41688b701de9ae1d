import type { Crumb } from "@/components/patterns/breadcrumb";
import { TAGS_PATH, tagPath } from "@/lib/places/tags/constants";

/** The way to a tag's pages, or to a page beside them. */
export function tagCrumbs(tag?: { id: string; externalId: string | null; name: string }): Crumb[] {
  const list = { label: "Tags", href: TAGS_PATH };
  return tag === undefined ? [list] : [list, { label: tag.name, href: tagPath(tag) }];
}
