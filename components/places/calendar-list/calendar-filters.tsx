import { FilterChips } from "@/components/patterns/filter-chips";
import { FilterSelect, FoldedFilters, SearchBox } from "@/components/patterns/filter-controls";
import { Button } from "@/components/ui/button";
import { CALENDAR_SORTS, type CalendarSort, type CalendarState } from "@/lib/places/calendar-list/constants";
import type { CalendarPage } from "@/lib/places/calendar-list/queries";
import { type CalendarListQuery, calendarListHref } from "@/lib/places/calendar-list/schemas";
import { type PartnerChoice, partnerFindHref } from "@/lib/places/partner-choices/schemas";
import { PlacePicker } from "../neighbourhoods/place-picker";
import { CalendarFilterForm } from "./calendar-filter-form";

type Props = {
  path: string;
  query: CalendarListQuery;
  /** The organiser and the role that the list is really filtered by. */
  applied: CalendarPage["filters"];
  /** The organisers that one may filter by; null where they are too many for a list. */
  organisers: readonly PartnerChoice[] | null;
};

/** Everything above the list: search, filters, order, and the filters in force. One form, one address. */
export function CalendarFilters({ path, query, applied, organisers }: Props) {
  return (
    <div className="grid gap-3">
      <CalendarFilterForm path={path} query={query}>
        {query.through !== "" && <input type="hidden" name="through" value={query.through} />}
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-[1_1_15rem]">
            <SearchBox label="Search by name, organiser or source" text={query.text} />
          </div>
          <FoldedFilters count={calendarFilterCount(query)} columnsClass="sm:grid-cols-3">
            <OrganiserFilter path={path} query={query} applied={applied} organisers={organisers} />
            <FilterSelect name="state" label="State" value={query.state} options={states} />
            <FilterSelect name="sort" label="Sort by" value={query.sort} options={sorts} />
          </FoldedFilters>
          <div className="hidden noscript:block">
            <Button type="submit" tone="primary">
              Apply
            </Button>
          </div>
        </div>
      </CalendarFilterForm>
      <ActiveFilters path={path} query={query} applied={applied} />
    </div>
  );
}

/** Nothing for whoever has the calendars of one partner alone, unless the address asks for another. */
function OrganiserFilter({ path, query, applied, organisers }: Props) {
  const chosen = applied.partner;
  const unknown = query.partner !== "" && chosen === null && (
    <input type="hidden" name="partner" value={query.partner} />
  );
  if (organisers === null) {
    return (
      <div className="min-w-0 noscript:self-center [&_.grid]:grid-cols-1">
        <PlacePicker
          name="partner"
          label="Organiser"
          placeholder="Any organiser"
          labelHidden
          use={{ kind: "partner choice", use: "filter" }}
          chosen={chosen === null ? [] : [{ code: chosen.id, name: chosen.name, path: [chosen.name] }]}
          multiple={false}
          findHref={partnerFindHref({
            use: "filter",
            to: calendarListHref(path, query, { partner: "" }),
            as: "partner",
          })}
        />
        {unknown}
      </div>
    );
  }
  if (organisers.length < 2 && query.partner === "") return null;
  const listed = chosen === null || organisers.some(({ id }) => id === chosen.id);
  const more = listed || chosen === null ? [] : [{ value: chosen.id, label: chosen.name }];
  const options = organisers.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <FilterSelect
        name="partner"
        label="Organiser"
        value={chosen?.id ?? ""}
        options={[{ value: "", label: "Any organiser" }, ...more, ...options]}
      />
      {unknown}
    </>
  );
}

const stateNames: Readonly<Record<CalendarState, string>> = {
  failing: "Failing",
  error: "Failing: error",
  unreachable: "Failing: unreachable",
  stale: "Stale: not read for a week",
  never: "Not imported yet",
  noticed: "With notices",
  queued: "Queued",
  running: "Importing",
  idle: "Waiting for the next hour",
  none: "Without a source",
};

const states = [
  { value: "", label: "Any state" },
  ...Object.entries(stateNames).map(([value, label]) => ({ value, label })),
];

const sortNames: Readonly<Record<CalendarSort, string>> = {
  name: "Name, A to Z",
  "-name": "Name, Z to A",
  "-changed": "Last changed first",
  state: "What needs somebody first",
};

const sorts = CALENDAR_SORTS.map((value) => ({ value, label: sortNames[value] }));

/** How many filters are in force. */
export function calendarFilterCount({ text, partner, state, through }: CalendarListQuery): number {
  return [text, partner, state, through].filter((value) => value !== "").length;
}

/** The address of the list as it is shown, without any filter. */
export function clearedHref(path: string, query: CalendarListQuery): string {
  return calendarListHref(path, query, { text: "", partner: "", state: "", through: "" });
}

function ActiveFilters({ path, query, applied }: Omit<Props, "organisers">) {
  const { text, partner, state, through } = query;
  const chips = [
    { about: "Search", value: text && `“${text}”`, without: { text: "" } },
    { about: "Organiser", value: partner && (applied.partner?.name ?? "unknown to you"), without: { partner: "" } },
    { about: "State", value: state && stateNames[state], without: { state: "" as const } },
    { about: "Through", value: through && (applied.through ?? "unknown to you"), without: { through: "" } },
  ].filter(({ value }) => value !== "");
  return (
    <FilterChips
      chips={chips.map(({ about, value, without }) => ({ about, value, href: calendarListHref(path, query, without) }))}
      clearedHref={clearedHref(path, query)}
    />
  );
}
