import { queryOptions } from "@tanstack/react-query";
import { type PlaceUse, placeSearchHref, placesAnswerSchema } from "@/lib/places/neighbourhoods/schemas";
import { type PartnerUse, partnerSearchHref, partnersAnswerSchema } from "@/lib/places/partner-choices/schemas";
import type { ChosenPlace } from "./chosen-places";
import { placeWords } from "./place-words";

/** What a box that suggests looks for: a neighbourhood for a use, or a partner for one. */
export type PickerUse = PlaceUse | { kind: "partner choice"; use: PartnerUse };

/** What is suggested: `code` is what is sent, `words` tell it from others of the same name. */
export type Suggested = ChosenPlace & { words: string };

/** Why a search failed, as the person reads it, by the status of the answer. */
const SENTENCES: Readonly<Record<number, string>> = {
  401: "Your session has ended. Sign in again to go on searching.",
  404: "This partner is no longer within your remit.",
  429: "That was a lot of searching. Wait a minute, then go on.",
};

/** The places, or partners, that one may choose for a use, by text. Its errors are sentences for the person. */
export function placesQuery(use: PickerUse, text: string) {
  return queryOptions({
    queryKey: ["neighbourhoods", use, text],
    queryFn: ({ signal }) =>
      use.kind === "partner choice" ? fetchPartners(use.use, text, signal) : fetchPlaces(use, text, signal),
    staleTime: 60_000,
    retry: false,
  });
}

const PLACES_FAILED = "Places could not be looked up. Check the connection and type again.";
const PARTNERS_FAILED = "Partners could not be looked up. Check the connection and type again.";

async function fetchPlaces(use: PlaceUse, text: string, signal: AbortSignal): Promise<Suggested[]> {
  const answer = await askServer(placeSearchHref(use, text), signal, PLACES_FAILED);
  const parsed = placesAnswerSchema.safeParse(answer);
  if (!parsed.success) throw new Error(PLACES_FAILED);
  return parsed.data.places.map((place) => ({ ...place, words: placeWords(place) }));
}

async function fetchPartners(use: PartnerUse, text: string, signal: AbortSignal): Promise<Suggested[]> {
  const answer = await askServer(partnerSearchHref(use, text), signal, PARTNERS_FAILED);
  const parsed = partnersAnswerSchema.safeParse(answer);
  if (!parsed.success) throw new Error(PARTNERS_FAILED);
  return parsed.data.partners.map(({ id, name, detail }) => ({ code: id, name, path: [name], words: detail }));
}

async function askServer(href: string, signal: AbortSignal, failed: string): Promise<unknown> {
  const answer = await reach(href, signal, failed);
  if (!answer.ok) throw new Error(SENTENCES[answer.status] ?? failed);
  return answer.json().catch(() => null);
}

async function reach(href: string, signal: AbortSignal, failed: string): Promise<Response> {
  try {
    return await fetch(href, { signal, headers: { accept: "application/json" } });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Error(failed, { cause });
  }
}
