import "server-only";
import { getActor } from "@/lib/permissions/actor";
import { PARTNER_SEARCH_LIMIT } from "@/lib/places/partner-choices/constants";
import { searchChoices } from "@/lib/places/partner-choices/queries";
import { readPartnerUse } from "@/lib/places/partner-choices/schemas";
import { privateJson, refuseJson, refuseUntil } from "@/lib/platform/private-json";
import { searchWaitSentence, useLimits } from "@/lib/platform/rate-limit";

/**
 * The partners that one may choose, for the box that suggests them: `?use=organiser|place|filter&q=TEXT`. JSON
 * `{ partners }`; refusals are a text: 400 for another use, 401 without a session, 429 for asking too often.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor();
  if (actor === null) return refuseJson(401, "Sign in first.");
  const { searchParams } = new URL(request.url);
  const use = readPartnerUse(searchParams.get("use"));
  if (use === null) return refuseJson(400, "Say what the partner is for.");
  const wait = await useLimits([{ limit: PARTNER_SEARCH_LIMIT, key: actor.userId }]);
  if (wait !== null) return refuseUntil(wait, searchWaitSentence(wait));
  return privateJson({ partners: await searchChoices(actor, { text: searchParams.get("q") ?? "", use }) });
}
