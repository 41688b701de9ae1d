"use client";
import type { ReactNode } from "react";
import { FilterForm } from "@/components/patterns/filter-form";
import { type CalendarListQuery, calendarListHref, readCalendarListQuery } from "@/lib/places/calendar-list/schemas";

/** The form above the list of calendars. `query` is what the list shows now. */
export function CalendarFilterForm({
  path,
  query,
  children,
}: {
  path: string;
  query: CalendarListQuery;
  children: ReactNode;
}) {
  const { text, state, sort } = query;
  return (
    <FilterForm
      path={path}
      label="Find calendars"
      shown={calendarListHref(path, query)}
      values={{ q: text, state, sort }}
      hrefOf={(parameters) => calendarListHref(path, readCalendarListQuery(parameters))}
    >
      {children}
    </FilterForm>
  );
}
