import "server-only";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition } from "@/lib/permissions/scope";
import { MOST_PALETTE_RESULTS } from "@/lib/places/palette/constants";
import { LONGEST_SEARCH } from "@/lib/places/site-list/constants";
import { searchSites } from "@/lib/places/site-list/queries";
import { EVERY_SITE, siteListHref } from "@/lib/places/site-list/schemas";
import { NEW_SITE_PATH, SITES_PATH, sitePath } from "@/lib/places/sites/constants";
import { searchText } from "@/lib/platform/lists/schemas";
import type { PaletteSource } from "@/lib/platform/palette/sources";

/** What the command palette offers of sites, within the actor's remit: the way to make one, the list, and sites by name. At most one statement. */
export async function searchSitesForPalette(
  tx: Transaction,
  actor: Actor,
  text: string,
): Promise<Pick<PaletteSource, "actions" | "pages" | "records">> {
  const sees = listCondition(actor, "site", "view").rows !== "none";
  const makes = listCondition(actor, "site", "create").rows !== "none";
  const searched = searchText(text, LONGEST_SEARCH);
  const found = sees ? await searchSites(tx, actor, searched, MOST_PALETTE_RESULTS) : [];
  const list = {
    href: siteListHref(SITES_PATH, EVERY_SITE, { text: searched }),
    label: `All sites with “${searched}”`,
  };
  const entries = found.map((site) => ({
    href: sitePath(site),
    label: site.name,
    detail: site.published ? "published" : "not published",
  }));
  return {
    actions: makes ? [{ href: NEW_SITE_PATH, label: "New site", detail: "", words: "create add make" }] : [],
    pages: sees ? [{ href: SITES_PATH, label: "Sites", detail: "", words: "public pages list" }] : [],
    records: [{ label: "Sites", found: entries, list: sees ? list : null }],
  };
}
