import "server-only";
import { requireActor } from "@/lib/permissions/actor";
import { EXPORT_LIMIT } from "@/lib/places/partner-export/constants";
import { countExported, exportPartners } from "@/lib/places/partner-export/queries";
import { type PartnerListQuery, readPartnerListQuery } from "@/lib/places/partner-list/schemas";
import { today } from "@/lib/platform/clock";
import { useLimits, waitSentence } from "@/lib/platform/rate-limit";
import { requestId } from "@/lib/platform/request";

/**
 * The list of partners as a CSV file: the same address as the list's, with the same questions and columns; all pages.
 * Whoever is not signed in goes there first; a refusal is a sentence as plain text: 403, 413, or 429 for too many files.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const wait = await useLimits([{ limit: EXPORT_LIMIT, key: actor.userId }]);
  if (wait !== null) {
    const sentence = `That was a lot of files. Export again ${waitSentence(wait)}.`;
    return new Response(`${sentence}\n`, { status: 429, headers: { ...REFUSAL, "retry-after": String(wait) } });
  }
  const made = await exportPartners(actor, queryOf(request), await requestId());
  if (!made.ok) return new Response(`${made.sentence}\n`, { status: made.status, headers: REFUSAL });
  return new Response(streamOf(made.texts), { headers: fileHeaders() });
}

/** Whether there is such a file, without making one: nobody got any, so nothing is counted and nothing stands in the trail. */
export async function HEAD(request: Request): Promise<Response> {
  const found = await countExported(await requireActor(), queryOf(request));
  return found.ok
    ? new Response(null, { headers: fileHeaders() })
    : new Response(null, { status: found.status, headers: REFUSAL });
}

const KEPT_BY_NOBODY = { "cache-control": "private, no-store" };
const REFUSAL = { ...KEPT_BY_NOBODY, "content-type": "text/plain; charset=utf-8" };

function fileHeaders() {
  const disposition = `attachment; filename="partners-${today()}.csv"`;
  return { ...KEPT_BY_NOBODY, "content-type": "text/csv; charset=utf-8", "content-disposition": disposition };
}

function queryOf(request: Request): PartnerListQuery {
  const { searchParams } = new URL(request.url);
  return readPartnerListQuery(
    Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
  );
}

/** Asks for the next rows only once the ones before are on their way; a reader who has left ends the reading. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
