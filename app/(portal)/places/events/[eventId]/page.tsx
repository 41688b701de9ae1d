import "server-only";
import { Instant } from "@/components/patterns/instant";
import { EventBanners } from "@/components/places/events/event-banners";
import { eventCrumbs } from "@/components/places/events/event-crumbs";
import { EventFacts } from "@/components/places/events/event-facts";
import { EventHead } from "@/components/places/events/event-head";
import { EventNotice } from "@/components/places/events/event-notice";
import { EventWhy } from "@/components/places/events/event-why";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getEndedHidingReason } from "@/lib/places/event-hidings/queries";
import { getExplainedEvent } from "@/lib/places/events/queries";
import { readEventNotice } from "@/lib/places/events/schemas";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ eventId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One event, by UUID: what it is, when and where, whose it is, what one may do to it, and why one may see it. */
export default definePage(async function EventPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { why, notice: code } = await searchParams;
  const found = await getExplainedEvent(actor, decodeSegment((await params).eventId));
  if (found === null) return <MissingPage />;
  const { event, remit } = found;
  const notice = readEventNotice(code, event.hiding !== null);
  const hiddenBefore = notice === "event-shown" ? await getEndedHidingReason(actor, event.id) : null;
  return (
    <PageBody crumbs={eventCrumbs()}>
      <EventNotice notice={notice} eventId={event.id} hiddenBefore={hiddenBefore} />
      <EventHead event={event} remit={remit} tab="" />
      <div className="grid gap-4">
        <EventBanners event={event} />
        <EventFacts event={event} />
        <EventWhy remit={remit} open={why === "1"} />
        {event.updatedAt !== null && (
          <p className="text-sm text-ink-muted">
            Last changed by its calendar <Instant at={new Date(event.updatedAt)} />
          </p>
        )}
      </div>
    </PageBody>
  );
});
