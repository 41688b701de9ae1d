import { type PlaceUse, placeFindHref } from "@/lib/places/neighbourhoods/schemas";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";

/** Where somebody without scripts looks for a place for each of the form's two boxes, and what they have found so far. */
export type PlaceFinding = {
  use: PlaceUse;
  addressHref: string;
  areaHref: string;
  /** Codes that came back in the address: at most one for the address, any number of service areas. */
  addressCodes: readonly string[];
  areaCodes: readonly string[];
};

/** The places behind those codes, as far as one may choose them. */
export type FoundPlaces = { address: readonly ChosenPlace[]; areas: readonly ChosenPlace[] };

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** More than somebody finds one by one. */
const MOST_FOUND = 50;

/** What a form's own address says about places, and where to look for more. `path` is the form's page. */
export function placeFinding(use: PlaceUse, path: string, parameters: SearchParams): PlaceFinding {
  const addressCodes = codesOf(parameters.addressPlace).slice(0, 1);
  const areaCodes = codesOf(parameters.addNeighbourhoods).slice(0, MOST_FOUND);
  const address = new URLSearchParams(addressCodes.map((code) => ["addressPlace", code]));
  const areas = new URLSearchParams(areaCodes.map((code) => ["addNeighbourhoods", code]));
  const both = new URLSearchParams([...address, ...areas]);
  return {
    use,
    // The one address takes the place of the one before, service areas come together.
    addressHref: placeFindHref({ use, to: withParameters(path, areas), as: "addressPlace" }),
    areaHref: placeFindHref({ use, to: withParameters(path, both), as: "addNeighbourhoods" }),
    addressCodes,
    areaCodes,
  };
}

/**
 * The found places by what they are for.
 * @param read gives the places behind codes, as far as one may choose them; not asked where nothing was found.
 */
export async function foundPlaces(
  { use, addressCodes, areaCodes }: PlaceFinding,
  read: (codes: readonly string[], use: PlaceUse) => Promise<readonly ChosenPlace[] | null>,
): Promise<FoundPlaces> {
  const all = [...addressCodes, ...areaCodes];
  const places = all.length === 0 ? [] : ((await read(all, use)) ?? []);
  const among = (codes: readonly string[]) => places.filter(({ code }) => codes.includes(code));
  return { address: among(addressCodes), areas: among(areaCodes) };
}

function withParameters(path: string, parameters: URLSearchParams): string {
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

function codesOf(value: string | readonly string[] | undefined): readonly string[] {
  return [value ?? []].flat().filter((code) => code !== "");
}
