import type { FoundPlace } from "@/lib/places/neighbourhoods/schemas";

const units = { country: "Country", region: "Region", county: "County", district: "District", ward: "Ward" } as const;

/** What stands beside a place's name to tell it from others: its kind and what it lies in, "Ward · Manchester › North West › England". */
export function placeWords({ unit, path: [, ...above] }: FoundPlace): string {
  return above.length === 0 ? units[unit] : `${units[unit]} · ${above.join(" › ")}`;
}
