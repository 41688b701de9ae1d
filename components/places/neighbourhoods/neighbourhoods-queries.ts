import { queryOptions } from "@tanstack/react-query";
import { type PlaceUse, placeSearchHref, placesAnswerSchema } from "@/lib/places/neighbourhoods/schemas";

/** Why a search failed, as the person reads it, by the status of the answer. */
const SENTENCES: Readonly<Record<number, string>> = {
  401: "Your session has ended. Sign in again to look for places.",
  404: "This partner is no longer within your remit.",
  429: "That was a lot of searching. Wait a minute, then go on.",
};

const FAILED = "Places could not be looked up. Check the connection and type again.";

/** The places that one may choose for a use, by text. Its errors are sentences for the person. */
export function placesQuery(use: PlaceUse, text: string) {
  return queryOptions({
    queryKey: ["neighbourhoods", use, text],
    queryFn: ({ signal }) => fetchPlaces(placeSearchHref(use, text), signal),
    staleTime: 60_000,
    retry: false,
  });
}

async function fetchPlaces(href: string, signal: AbortSignal) {
  const answer = await askServer(href, signal);
  if (!answer.ok) throw new Error(SENTENCES[answer.status] ?? FAILED);
  const parsed = placesAnswerSchema.safeParse(await answer.json().catch(() => null));
  if (!parsed.success) throw new Error(FAILED);
  return parsed.data.places;
}

async function askServer(href: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(href, { signal, headers: { accept: "application/json" } });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Error(FAILED, { cause });
  }
}
