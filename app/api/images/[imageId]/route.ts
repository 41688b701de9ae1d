import "server-only";
import { getActor } from "@/lib/permissions/actor";
import { findServedImage } from "@/lib/places/partner-images/queries";
import { refuseJson } from "@/lib/platform/private-json";

/** An hour: who may see a picture changes, and the next person at this browser may be somebody else. */
const CACHE_SECONDS = 3_600;

type Context = { params: Promise<{ imageId: string }> };

/**
 * A picture, for whoever may see it: everybody where a published site shows its partner, otherwise those who have the
 * partner within their remit. 404 for the rest, as where there is none. Browsers keep it for an hour and then ask whether
 * they still may, shared caches do not: a partner that is hidden tomorrow must not be shown by them.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { imageId } = await params;
  const found = await findServedImage(await getActor(), imageId);
  if (found === null) return refuseJson(404, "There is no such picture.");
  // A picture's address never shows another one, so that its id tells the content.
  const kept = { etag: `"${imageId}"`, "cache-control": `private, max-age=${CACHE_SECONDS}` };
  if (namesTag(request, kept.etag)) return new Response(null, { status: 304, headers: kept });
  return new Response(new Uint8Array(found.content), {
    headers: {
      ...kept,
      "content-type": found.mediaType,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}

/** Whether the browser has this very picture. A proxy that packs answers may have weakened the tag. */
function namesTag(request: Request, etag: string): boolean {
  const named = request.headers.get("if-none-match")?.split(",") ?? [];
  return named.some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
