import { CalendarPlus } from "lucide-react";
import { DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { NothingMatches } from "@/components/patterns/nothing-matches";
import { Pager } from "@/components/patterns/pager";
import { ButtonLink } from "@/components/ui/button";
import type { CalendarSort } from "@/lib/places/calendar-list/constants";
import type { CalendarPage } from "@/lib/places/calendar-list/queries";
import { type CalendarListQuery, calendarListHref } from "@/lib/places/calendar-list/schemas";
import { nameColumn, organiserColumn, otherColumns, stateColumn } from "./calendar-columns";
import { clearedHref } from "./calendar-filters";

type Props = {
  /** The address of the list. */
  path: string;
  query: CalendarListQuery;
  page: CalendarPage;
  /** Where a new calendar begins; null for those who may make none. */
  newHref: string | null;
  /** The list of one partner alone. */
  of?: { name: string };
};

/** A page of calendars with links to its neighbours; without any, what would be here and what to do about it. */
export function CalendarTable({ path, query, page, newHref, of }: Props) {
  const { calendars, total, inRemit, first, previous, next } = page;
  const toPage = (cursor: typeof next) => cursor && calendarListHref(path, query, { cursor });
  const none = of === undefined ? inRemit === 0 : total === 0;
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card transition-opacity delay-100 group-has-[form[data-pending]]/list:opacity-60">
      {none && <NoCalendars newHref={newHref} of={of} />}
      {!none && total === 0 && <NothingMatches none="No calendar" href={clearedHref(path, query)} />}
      {total > 0 && (
        <DataTable
          caption={`Calendars ${of === undefined ? "within your remit" : `of ${of.name}`}, ${sortedBy[query.sort]}`}
          columns={columnsFor(path, query, of !== undefined)}
          rows={calendars}
          rowKey={({ id }) => id}
        />
      )}
      <Pager
        label="Calendars"
        first={first}
        last={first + calendars.length - 1}
        total={total}
        previousHref={toPage(previous)}
        nextHref={toPage(next)}
      />
    </div>
  );
}

const sortedBy: Readonly<Record<CalendarSort, string>> = {
  name: "by name",
  "-name": "by name, from the end of the alphabet",
  "-changed": "last changed first",
  state: "what needs somebody first",
};

function columnsFor(path: string, query: CalendarListQuery, ofOne: boolean) {
  const { sort } = query;
  const by = (asked: CalendarSort) => calendarListHref(path, query, { sort: asked });
  const nameSort = {
    href: by(sort === "name" ? "-name" : "name"),
    direction: sort === "name" ? ("ascending" as const) : sort === "-name" ? ("descending" as const) : null,
  };
  const stateSort = { href: by("state"), direction: sort === "state" ? ("ascending" as const) : null };
  return [
    { ...nameColumn, sort: nameSort },
    ...(ofOne ? [] : [organiserColumn]),
    { ...stateColumn, sort: stateSort },
    ...otherColumns,
  ];
}

function NoCalendars({ newHref, of }: Pick<Props, "newHref" | "of">) {
  return (
    <EmptyState
      title={of === undefined ? "No calendars within your remit" : "No calendars yet"}
      icon={<CalendarPlus aria-hidden />}
      action={
        newHref !== null && (
          <ButtonLink href={newHref} tone="primary">
            <CalendarPlus aria-hidden className="size-4" />
            Add a calendar
          </ButtonLink>
        )
      }
    >
      <p>
        {of === undefined
          ? "The calendars of your partners are listed here"
          : `The calendars of ${of.name} are listed here`}
        : each brings in events from an address on the internet, every hour.
      </p>
    </EmptyState>
  );
}
