import { FilterChips } from "@/components/patterns/filter-chips";
import { FilterSelect, FoldedFilters, SearchBox } from "@/components/patterns/filter-controls";
import { Button } from "@/components/ui/button";
import type { Choice, EventChoices } from "@/lib/places/event-filters/queries";
import type { EventPage } from "@/lib/places/event-list/queries";
import {
  COMING_EVENTS,
  type EventListQuery,
  eventFilterCount,
  eventListHref,
  usualSort,
} from "@/lib/places/event-list/schemas";
import { EventFilterForm } from "./event-filter-form";

type Props = { path: string; query: EventListQuery; page: Pick<EventPage, "choices" | "chosen" | "through"> };

/** Everything above the list of events: search, filters, and the filters in force. One form, one address. */
export function EventFilters({ path, query, page: { choices, chosen, through } }: Props) {
  return (
    <div className="grid gap-3">
      <EventFilterForm path={path} query={query}>
        {query.sort !== usualSort(query.when) && <input type="hidden" name="sort" value={query.sort} />}
        {query.through !== "" && <input type="hidden" name="through" value={query.through} />}
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-[1_1_15rem]">
            <SearchBox label="Search titles" text={query.text} />
          </div>
          <FoldedFilters count={eventFilterCount(query)} columnsClass="sm:grid-cols-2 xl:grid-cols-4">
            <FilterSelect name="when" label="When" value={query.when} options={times} />
            <FilterSelect
              name="partner"
              label="Organiser"
              value={query.partner}
              options={partnersIn(choices, query, chosen.partner)}
            />
            <FilterSelect
              name="calendar"
              label="Calendar"
              value={query.calendar}
              options={calendarsIn(choices, query, chosen.calendar)}
            />
            <FilterSelect name="state" label="State" value={query.state} options={states} />
          </FoldedFilters>
          <div className="hidden noscript:block">
            <Button type="submit" tone="primary">
              Apply
            </Button>
          </div>
        </div>
      </EventFilterForm>
      <FilterChips chips={chipsOf(path, query, { ...chosen, through })} clearedHref={clearedHref(path, query)} />
    </div>
  );
}

/** The address of the list without any filter. */
export function clearedHref(path: string, query: EventListQuery): string {
  const { text, calendar, partner, when, state, through } = COMING_EVENTS;
  return eventListHref(path, query, { text, calendar, partner, when, state, through });
}

type Applied = EventPage["chosen"] & Pick<EventPage, "through">;

function chipsOf(path: string, query: EventListQuery, { calendar, partner, through }: Applied) {
  const { text, when, state } = query;
  const without = (changes: Partial<EventListQuery>) => eventListHref(path, query, changes);
  const chips = [
    { about: "Search", value: text && `“${text}”`, href: without({ text: "" }) },
    { about: "When", value: when === "coming" ? "" : whenWords[when], href: without({ when: "coming" }) },
    { about: "Organiser", value: query.partner && (partner?.name ?? "unknown to you"), href: without({ partner: "" }) },
    {
      about: "Calendar",
      value: query.calendar && (calendar?.name ?? "unknown to you"),
      href: without({ calendar: "" }),
    },
    { about: "State", value: state, href: without({ state: "" }) },
    { about: "Through", value: query.through && (through ?? "unknown to you"), href: without({ through: "" }) },
  ];
  return chips.filter(({ value }) => value !== "");
}

function partnersIn({ partners, partnerCount }: EventChoices, { partner }: EventListQuery, chosen: Choice | null) {
  return optionsOf("Any organiser", partners, { count: partnerCount, asked: partner, chosen });
}

function calendarsIn({ calendars, calendarCount }: EventChoices, { calendar }: EventListQuery, chosen: Choice | null) {
  return optionsOf("Any calendar", calendars, { count: calendarCount, asked: calendar, chosen });
}

type Asked = { count: number; asked: string; chosen: Choice | null };

/** The first choices by name; the one in force is there whatever it is called, and so is one that is unknown here. */
function optionsOf(any: string, choices: readonly Choice[], { count, asked, chosen }: Asked) {
  const present = asked === "" ? [] : [{ value: asked, label: chosen?.name ?? "Unknown to you" }];
  const others = choices.filter(({ key }) => key !== asked && key !== chosen?.key);
  const more = count - choices.length;
  return [
    { value: "", label: any },
    ...present,
    ...others.map(({ key, name }) => ({ value: key, label: name })),
    ...(more > 0
      ? [{ value: "more", label: `and ${more.toLocaleString("en-GB")} more: open one for its events`, disabled: true }]
      : []),
  ];
}

const whenWords = { past: "past", all: "past and coming" } as const;

const times = [
  { value: "coming", label: "Coming" },
  { value: "past", label: "Past" },
  { value: "all", label: "Past and coming" },
];

const states = [
  { value: "", label: "Any state but withdrawn" },
  { value: "shown", label: "Shown" },
  { value: "hidden", label: "Hidden" },
  { value: "withdrawn", label: "Withdrawn" },
];
