import "server-only";
import { getActor } from "@/lib/permissions/actor";
import { readPlaceUse } from "@/lib/places/neighbourhoods/schemas";
import { POSTCODE_LIMIT } from "@/lib/places/postcodes/constants";
import { findPlaceOfPostcode } from "@/lib/places/postcodes/queries";
import { privateJson, refuseJson, refuseUntil } from "@/lib/platform/private-json";
import { searchWaitSentence, useLimits } from "@/lib/platform/rate-limit";

/**
 * The place that a postcode lies in, where one may choose it: `?use=partner:ID|new-partner&postcode=TEXT`. JSON
 * `{ place }`, null for a postcode that is not known or lies elsewhere; refusals are a text: 400 for another use, 401
 * without a session, 404 for a partner out of sight, 429 for asking too often.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor();
  if (actor === null) return refuseJson(401, "Sign in first.");
  const { searchParams } = new URL(request.url);
  const use = readPlaceUse(searchParams.get("use"));
  if (use === null) return refuseJson(400, "Say what the place is for.");
  const wait = await useLimits([{ limit: POSTCODE_LIMIT, key: actor.userId }]);
  if (wait !== null) return refuseUntil(wait, searchWaitSentence(wait));
  const answer = await findPlaceOfPostcode(actor, { postcode: searchParams.get("postcode") ?? "", use });
  return answer === null ? refuseJson(404, "There is no such partner.") : privateJson(answer);
}
