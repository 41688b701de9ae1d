import "server-only";
import { searchPortal } from "@/lib/people/palette/queries";
import { getActor } from "@/lib/permissions/actor";
import { searchPlaces } from "@/lib/places/palette/queries";
import { PALETTE_LIMIT } from "@/lib/platform/palette/constants";
import { paletteText } from "@/lib/platform/palette/schemas";
import { joinPalette } from "@/lib/platform/palette/sources";
import { privateJson, refuseJson, refuseUntil } from "@/lib/platform/private-json";
import { searchWaitSentence, useLimits } from "@/lib/platform/rate-limit";

/**
 * What the command palette offers for a text: `?q=TEXT`, blank for what one may do anyway. JSON `{ groups }`, nothing in it
 * beyond the remit of whoever asks; refusals are a text: 401 without a session, 429 for asking too often.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor();
  if (actor === null) return refuseJson(401, "Sign in first.");
  const wait = await useLimits([{ limit: PALETTE_LIMIT, key: actor.userId }]);
  if (wait !== null) return refuseUntil(wait, searchWaitSentence(wait));
  const text = paletteText(new URL(request.url).searchParams.get("q") ?? "");
  const groups = joinPalette(text, await Promise.all([searchPortal(actor, text), searchPlaces(actor, text)]));
  return privateJson({ groups });
}
