import "server-only";
import { getActor } from "@/lib/permissions/actor";
import { PLACE_SEARCH_LIMIT } from "@/lib/places/neighbourhoods/constants";
import { searchNeighbourhoods } from "@/lib/places/neighbourhoods/queries";
import { readPlaceUse } from "@/lib/places/neighbourhoods/schemas";
import { privateJson, refuseJson, refuseUntil } from "@/lib/platform/private-json";
import { searchWaitSentence, useLimits } from "@/lib/platform/rate-limit";

/**
 * The places that one may choose, for the box that suggests them: `?use=filter|partner:ID|new-partner&q=TEXT`. JSON
 * `{ places }`; refusals are a text: 400 for another use, 401 without a session, 404 for a partner out of sight, 429 for
 * asking too often.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor();
  if (actor === null) return refuseJson(401, "Sign in first.");
  const { searchParams } = new URL(request.url);
  const use = readPlaceUse(searchParams.get("use"));
  if (use === null) return refuseJson(400, "Say what the place is for.");
  const wait = await useLimits([{ limit: PLACE_SEARCH_LIMIT, key: actor.userId }]);
  if (wait !== null) return refuseUntil(wait, searchWaitSentence(wait));
  const places = await searchNeighbourhoods(actor, { text: searchParams.get("q") ?? "", use });
  return places === null ? refuseJson(404, "There is no such partner.") : privateJson({ places });
}
