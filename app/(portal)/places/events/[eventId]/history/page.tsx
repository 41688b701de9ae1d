import "server-only";
import { RecordHistory } from "@/components/people/audit-events/record-history";
import { eventCrumbs } from "@/components/places/events/event-crumbs";
import { EventHead } from "@/components/places/events/event-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { listHistory } from "@/lib/people/audit-events/queries";
import { requireActor } from "@/lib/permissions/actor";
import { eventPath } from "@/lib/places/events/constants";
import { getExplainedEvent } from "@/lib/places/events/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ eventId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What moderators did to one event, newest first. */
export default definePage(async function EventHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { before } = await searchParams;
  const found = await getExplainedEvent(actor, decodeSegment((await params).eventId));
  if (found === null) return <MissingPage />;
  const { event, remit } = found;
  const about = { type: "event", id: event.id, externalId: null } as const;
  const { page, refusal } = await listHistory(actor, about, typeof before === "string" ? before : null);
  if (page === null) {
    return <NoAccessPage crumbs={eventCrumbs(event)} refused={`see the history of ${event.title}`} reasons={refusal} />;
  }
  return (
    <PageBody crumbs={eventCrumbs()}>
      <EventHead event={event} remit={remit} tab="/history" />
      <RecordHistory page={page} path={eventPath(event)} />
    </PageBody>
  );
});
