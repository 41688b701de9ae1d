import { CalendarDays } from "lucide-react";
import { DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { NothingMatches } from "@/components/patterns/nothing-matches";
import { Pager } from "@/components/patterns/pager";
import { ButtonLink } from "@/components/ui/button";
import type { EventPage } from "@/lib/places/event-list/queries";
import { type EventListQuery, eventFilterCount, eventListHref } from "@/lib/places/event-list/schemas";
import { otherColumns, titleColumn, whenColumn } from "./event-columns";
import { clearedHref } from "./event-filters";

type Props = {
  /** The address of the list. */
  path: string;
  query: EventListQuery;
  page: EventPage;
};

/** A page of events with links to its neighbours; without any, what would be here and what to do about it. */
export function EventTable({ path, query, page }: Props) {
  const { events, total, first, previous, next } = page;
  const toPage = (cursor: typeof next) => cursor && eventListHref(path, query, { cursor });
  const downwards = query.sort === "-start";
  const sort = {
    href: eventListHref(path, query, { sort: downwards ? "start" : "-start" }),
    direction: downwards ? ("descending" as const) : ("ascending" as const),
  };
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card transition-opacity delay-100 group-has-[form[data-pending]]/list:opacity-60">
      {total === 0 ? (
        <Nothing path={path} query={query} any={page.any} />
      ) : (
        <DataTable
          caption={`Events within your remit, the ${downwards ? "latest" : "earliest"} first`}
          columns={[titleColumn, { ...whenColumn, sort }, ...otherColumns]}
          rows={events}
          rowKey={({ id }) => id}
        />
      )}
      <Pager
        label="Events"
        first={first}
        last={first + events.length - 1}
        total={total}
        previousHref={toPage(previous)}
        nextHref={toPage(next)}
      />
    </div>
  );
}

function Nothing({ path, query, any }: Pick<Props, "path" | "query"> & { any: boolean }) {
  if (any && eventFilterCount(query) > 0) return <NothingMatches none="No event" href={clearedHref(path, query)} />;
  return (
    <EmptyState
      title={any ? "No coming events" : "No events within your remit"}
      icon={<CalendarDays aria-hidden />}
      action={any && <ButtonLink href={eventListHref(path, query, { when: "past" })}>Past events</ButtonLink>}
    >
      <p>
        Events come from calendars: those of the partners you look after are listed here once they have been imported.
      </p>
    </EmptyState>
  );
}
