import { UNIT_NAMES } from "@/lib/places/neighbourhood-tree/constants";
import type { FoundPlace } from "@/lib/places/neighbourhoods/schemas";

/** What stands beside a place's name to tell it from others: its kind and what it lies in, "Ward · Manchester › North West › England". */
export function placeWords({ unit, path: [, ...above] }: FoundPlace): string {
  return above.length === 0 ? UNIT_NAMES[unit] : `${UNIT_NAMES[unit]} · ${above.join(" › ")}`;
}
