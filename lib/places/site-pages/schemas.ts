import { z } from "zod/mini";
import { type SearchParams, searchText, single } from "@/lib/platform/lists/schemas";
import { LONGEST_SITE_SEARCH } from "./constants";

/** What a visitor asks of a site's list of partners. `category` is a tag's external id or UUID; pages count from 1. */
export type PublicQuery = Readonly<{ text: string; category: string; page: number }>;

const addressSchema = z.object({
  q: z.pipe(
    single,
    z.transform((text) => searchText(text, LONGEST_SITE_SEARCH)),
  ),
  category: z.pipe(
    single,
    z.transform((text) => (text.includes("\u0000") || text.length > 128 ? "" : text.trim())),
  ),
  page: z.pipe(
    single,
    z.transform((text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1)),
  ),
});

/** What the address of a site asks. Never fails: a part that is malformed counts as absent. */
export function readPublicQuery(searchParams: SearchParams): PublicQuery {
  const { q: text, category, page } = addressSchema.parse(searchParams);
  return { text, category, page };
}

/** The address of a site's page with these questions; a change of anything but the page leads to the first. */
export function publicSiteHref(path: string, query: PublicQuery, changes: Partial<PublicQuery> = {}): string {
  const { text, category, page } = { ...query, page: 1, ...changes };
  const parameters: [string, string][] = [
    ["q", text],
    ["category", category],
    ["page", page === 1 ? "" : String(page)],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  return address.size === 0 ? path : `${path}?${address}`;
}
