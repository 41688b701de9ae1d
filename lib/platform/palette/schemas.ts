import { z } from "zod/mini";
import { type SearchParams, searchText, single } from "@/lib/platform/lists/schemas";
import { LONGEST_PALETTE_TEXT, SEARCH_PATH } from "./constants";

const entrySchema = z.object({ href: z.string(), label: z.string(), detail: z.string() });

const groupSchema = z.object({
  label: z.string(),
  entries: z.array(entrySchema),
  more: z.nullable(z.object({ href: z.string(), label: z.string() })),
});

/** What one may go to: an address of the portal, its name, and what tells it from others of the same name (may be blank). */
export type PaletteEntry = z.infer<typeof entrySchema>;

/** Entries of one kind, the best match first. `more`: the list with everything of the kind, where not all of it is here. */
export type PaletteGroup = z.infer<typeof groupSchema>;

/** What `paletteHref` answers. */
export const paletteAnswerSchema = z.object({ groups: z.array(groupSchema) });

/** The address that the palette asks for a text. */
export function paletteHref(text: string): string {
  return `/api/palette?${new URLSearchParams({ q: text })}`;
}

/** The address of the page that shows the same without scripts. */
export function searchPageHref(text: string): string {
  return text === "" ? SEARCH_PATH : `${SEARCH_PATH}?${new URLSearchParams({ q: text })}`;
}

/** A text as the palette searches for it. */
export function paletteText(text: string): string {
  return searchText(text, LONGEST_PALETTE_TEXT);
}

/** What an address asks for as `q`; blank where it asks for nothing. */
export function readPaletteText({ q }: SearchParams): string {
  return paletteText(single.parse(q));
}
