import { z } from "zod/mini";
import { CALENDARS_PATH, FIND_PARTNER_PATH } from "@/lib/places/calendars/constants";
import { type SearchParams, searchText, single } from "@/lib/platform/lists/schemas";
import { LONGEST_PARTNER_SEARCH } from "./constants";

/** What a partner is looked for: to organise a calendar, to be its default place, or to filter the list of calendars by. */
export const PARTNER_USES = ["organiser", "place", "filter"] as const;

/** One of those uses. */
export type PartnerUse = (typeof PARTNER_USES)[number];

/** A partner as a box or a list offers it. `id`: the UUID; `detail`: one of its places, to tell partners of like names apart. */
export type PartnerChoice = { id: string; name: string; detail: string };

/** The use behind a text from an address; null for anything else. */
export function readPartnerUse(text: unknown): PartnerUse | null {
  return PARTNER_USES.find((use) => use === text) ?? null;
}

/** The address that a box asks for partners at. */
export function partnerSearchHref(use: PartnerUse, text: string): string {
  return `/api/partners?${new URLSearchParams({ use, q: text })}`;
}

/** What that address answers. */
export const partnersAnswerSchema = z.object({
  partners: z.array(z.object({ id: z.string(), name: z.string(), detail: z.string() })),
});

/**
 * The address of the page that searches for a partner without scripts.
 * @param to the page of ours that a result leads to, with its parameters; `as` names the one that gets the partner's id.
 */
export function partnerFindHref({ use, to, as }: { use: PartnerUse; to: string; as: string }): string {
  return `${FIND_PARTNER_PATH}?${new URLSearchParams({ use, to, as })}`;
}

/** What the address of that page asks. `to` is whatever was sent: whoever links to it makes sure that it is a page of ours. */
export type PartnerFind = { text: string; use: PartnerUse; to: string; as: string };

const findSchema = z.object({ q: single, use: single, to: single, as: single });

/** What the address of the searching page asks, with the list of calendars for what it leaves out or gets wrong. */
export function readPartnerFind(searchParams: SearchParams): PartnerFind {
  const { q, use, to, as } = findSchema.parse(searchParams);
  return {
    text: searchText(q, LONGEST_PARTNER_SEARCH),
    use: readPartnerUse(use) ?? "filter",
    to: to || CALENDARS_PATH,
    as: /^[a-zA-Z]{1,40}$/.test(as) ? as : "partner",
  };
}
