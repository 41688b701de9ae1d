import "server-only";
import { getActor } from "@/lib/permissions/actor";
import { TREE_LIMIT } from "@/lib/places/neighbourhood-tree/constants";
import { listChildren } from "@/lib/places/neighbourhood-tree/queries";
import { privateJson, refuseJson, refuseUntil } from "@/lib/platform/private-json";
import { useLimits, waitSentence } from "@/lib/platform/rate-limit";

/**
 * What lies directly in a place, for the tree that opens by itself: `?parent=CODE`. JSON `{ places }`; refusals are a text:
 * 401 without a session, 404 for no such place and for whoever may not see neighbourhoods at all, 429 for asking too often.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor();
  if (actor === null) return refuseJson(401, "Sign in first.");
  const wait = await useLimits([{ limit: TREE_LIMIT, key: actor.userId }]);
  if (wait !== null) {
    return refuseUntil(wait, `You have opened many places in a short time. Open another ${waitSentence(wait)}.`);
  }
  const places = await listChildren(actor, new URL(request.url).searchParams.get("parent") ?? "");
  return places === null ? refuseJson(404, "There is no such place.") : privateJson({ places });
}
