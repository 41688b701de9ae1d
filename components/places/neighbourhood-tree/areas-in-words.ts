import { OWN_NEIGHBOURHOODS } from "@/lib/places/empty-areas/constants";
import type { EmptyAreasQuery } from "@/lib/places/empty-areas/schemas";

/**
 * How many areas without a partner a list holds, in words: "3 areas without a partner in Hulme and Moss Side", "1 area
 * without a partner of Age Friendly in Manchester matches “st”".
 * @param about the area, and the partnership where it is about one, in words; null where nothing is looked after.
 */
export function areasInWords(
  count: number,
  about: string | null,
  { through, text }: Pick<EmptyAreasQuery, "through" | "text">,
): string {
  const areas = count === 1 ? "1 area" : count === 0 ? "No area" : `${count.toLocaleString("en-GB")} areas`;
  const where = about === null ? "" : ` ${through === OWN_NEIGHBOURHOODS ? "in" : "of"} ${about}`;
  const matching = text === "" ? "" : ` ${count > 1 ? "match" : "matches"} “${text}”`;
  return `${areas} without a partner${where}${matching}`;
}
