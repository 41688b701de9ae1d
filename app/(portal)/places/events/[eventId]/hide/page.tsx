import "server-only";
import { redirect } from "next/navigation";
import { OneForm } from "@/components/patterns/one-form";
import { eventCrumbs } from "@/components/places/events/event-crumbs";
import { HideEventForm } from "@/components/places/events/hide-event-form";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { eventPath } from "@/lib/places/events/constants";
import { getExplainedEvent } from "@/lib/places/events/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ eventId: string }> };

/** Taking an event off the public pages, with a reason. One that is hidden already leads back to its record. */
export default definePage(async function HideEventPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getExplainedEvent(actor, decodeSegment((await params).eventId));
  if (found === null) return <MissingPage />;
  const { event, remit } = found;
  const answer = remit.acts.find(({ act }) => act === (event.hiding === null ? "hide" : "unhide"));
  if (answer?.allowed !== true) {
    return <NoAccessPage crumbs={eventCrumbs(event)} refused={`hide ${event.title}`} reasons={answer?.reasons ?? []} />;
  }
  if (event.hiding !== null) redirect(eventPath(event));
  return (
    <PageBody crumbs={eventCrumbs(event)}>
      <OneForm title={`Hide ${event.title}?`}>
        <HideEventForm eventId={event.id} cancelHref={eventPath(event)} />
      </OneForm>
    </PageBody>
  );
});
