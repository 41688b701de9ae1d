import { z } from "zod/mini";
import { LONGEST_KEY } from "@/lib/places/partners/constants";
import type { SearchParams } from "@/lib/platform/lists/schemas";
import { MOST_OPENED, NEIGHBOURHOOD_UNITS, NEIGHBOURHOODS_PATH } from "./constants";

const treePlaceSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  unit: z.enum(NEIGHBOURHOOD_UNITS),
  childCount: z.number(),
  partnerCount: z.number(),
});

/**
 * A place in the tree. `childCount`: the places directly in it; `partnerCount`: the partners that the reader may see with
 * a place in it or below.
 */
export type TreePlace = z.infer<typeof treePlaceSchema>;

/** What the address of `childrenHref` answers. */
export const childrenAnswerSchema = z.object({ places: z.array(treePlaceSchema) });

/**
 * The codes of the places that an address opens in a tree, be it the whole one or that of a dashboard, each once; null where
 * it says nothing about that. Never fails: what cannot be a code is left out.
 */
export function readOpened({ open }: SearchParams): string[] | null {
  if (open === undefined) return null;
  const codes = [open].flat().filter((code) => code !== "" && code.length <= LONGEST_KEY && !code.includes("\u0000"));
  return [...new Set(codes)].slice(0, MOST_OPENED);
}

/** The address of the tree's search for a text. */
export function treeSearchHref(text: string): string {
  return `${NEIGHBOURHOODS_PATH}?${new URLSearchParams({ q: text })}`;
}

/** The code or UUID of the place that another shall lie in, as a form's address names it: the last, which was found last. Null for none. */
export function readParent({ parent }: SearchParams): string | null {
  return [parent ?? []].flat().findLast((key) => key !== "" && !key.includes("\u0000")) ?? null;
}

/**
 * The address of the tree with these places open. An open place has everything open that it lies in, so that the
 * innermost ones are enough; none at all is a tree with everything closed.
 */
export function treeHref(opened: readonly string[]): string {
  const codes = opened.length === 0 ? [""] : opened;
  return `${NEIGHBOURHOODS_PATH}?${new URLSearchParams(codes.map((code) => ["open", code]))}`;
}
