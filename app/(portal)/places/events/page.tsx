import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { eventCountInWords } from "@/components/places/event-list/event-count-in-words";
import { EventFilters } from "@/components/places/event-list/event-filters";
import { EventTable } from "@/components/places/event-list/event-table";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { listEvents } from "@/lib/places/event-list/queries";
import { readEventListQuery } from "@/lib/places/event-list/schemas";
import { EVENTS_PATH } from "@/lib/places/events/constants";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The events within one's remit: searched, filtered, sorted and paged by the address. */
export default definePage(async function EventsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const query = readEventListQuery(await searchParams);
  const page = await listEvents(actor, query);
  return (
    <PageBody wide>
      <PageTitle title="Events">
        <p role="status" className="text-ink-muted tabular-nums">
          {eventCountInWords(page.total, query)}
        </p>
      </PageTitle>
      <div className="group/list grid gap-3">
        {page.any && <EventFilters path={EVENTS_PATH} query={query} page={page} />}
        <EventTable path={EVENTS_PATH} query={query} page={page} />
      </div>
    </PageBody>
  );
});
