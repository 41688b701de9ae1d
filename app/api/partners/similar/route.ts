import "server-only";
import { getActor } from "@/lib/permissions/actor";
import { SIMILAR_LIMIT } from "@/lib/places/partner-duplicates/constants";
import { listSimilarPartners } from "@/lib/places/partner-duplicates/queries";
import { privateJson, refuseJson, refuseUntil } from "@/lib/platform/private-json";
import { searchWaitSentence, useLimits } from "@/lib/platform/rate-limit";

/**
 * Partners within one's remit that are like one that is being typed in: `?name=TEXT&postcode=TEXT`. JSON
 * `{ partners: [{ name, href }] }`; refusals are a text: 401 without a session, 429 for asking too often.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor();
  if (actor === null) return refuseJson(401, "Sign in first.");
  const wait = await useLimits([{ limit: SIMILAR_LIMIT, key: actor.userId }]);
  if (wait !== null) return refuseUntil(wait, searchWaitSentence(wait));
  const { searchParams } = new URL(request.url);
  const asked = { name: searchParams.get("name") ?? "", postcode: searchParams.get("postcode") ?? "" };
  return privateJson({ partners: await listSimilarPartners(actor, asked) });
}
