"use client";
import type { ReactNode } from "react";
import { FilterForm } from "@/components/patterns/filter-form";
import { type EventListQuery, eventListHref, readEventListQuery } from "@/lib/places/event-list/schemas";

/** The form above the list of events. `query` is what the list shows now. */
export function EventFilterForm({
  path,
  query,
  children,
}: {
  path: string;
  query: EventListQuery;
  children: ReactNode;
}) {
  const { text, calendar, partner, when, state } = query;
  return (
    <FilterForm
      path={path}
      label="Find events"
      shown={eventListHref(path, query)}
      values={{ q: text, calendar, partner, when, state }}
      hrefOf={(parameters) => eventListHref(path, readEventListQuery(parameters))}
    >
      {children}
    </FilterForm>
  );
}
