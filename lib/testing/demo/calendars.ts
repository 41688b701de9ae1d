import "server-only";
import type { CalendarEntry } from "@/lib/world/schema";

/** Calendars of the demo world: id, organiser, name, source, and what only some have. No source leads anywhere: `.example` never resolves. */
const CALENDARS = [
  ["garden-diary", "birley-fields-garden", "Garden diary", "https://birley-fields-garden.example/diary.ics", {}],
  [
    "aquarius-dinners",
    "aquarius-lunch-club",
    "Wednesday dinners",
    "webcal://calendars.aquarius-lunch-club.example/dinners.ics",
    { strategy: "event_override", contact: { name: "Beverley Scarlett", email: "office@aquarius-lunch-club.example" } },
  ],
  [
    "zion-classes",
    "zion-steps",
    "Classes by studio",
    "https://zion-steps.example/classes.ics",
    { strategy: "room_number" },
  ],
  [
    "powerhouse-on-air",
    "powerhouse-radio",
    "On air",
    "https://powerhouse-radio.example/shows.ics",
    { strategy: "online_only", place: null },
  ],
  [
    "western-walks",
    "great-western-walkers",
    "Walks this season",
    "https://great-western-walkers.example/walks.ics",
    { strategy: "event", place: null },
  ],
  // Rehearses in somebody else's rooms: the default place is another partner's address.
  [
    "choir-rehearsals",
    "whalley-range-choir",
    "Rehearsals",
    "https://whalley-range-choir.example/rehearsals.ics",
    { place: "st-wilfrids-tea-dance" },
  ],
  // Kept by hand until the pantry has a calendar to share.
  ["pantry-openings", "moss-side-pantry", "Pantry openings", null, {}],
  ["parade-meetings", "carnival-sewing-room", "Parade meetings", null, { strategy: "no_location", place: null }],
  // Its website was rebuilt and the address leads nowhere.
  ["carers-meetings", "caribbean-carers", "Carers' meetings", "https://caribbean-carers.example/events.ics", {}],
  // Its server has not answered since the day before yesterday.
  ["advice-sessions", "hulme-advice-desk", "Advice sessions", "https://hulme-advice-desk.example/sessions.ics", {}],
  // Nothing was read for a fortnight although nothing failed.
  [
    "heritage-programme",
    "heritage-walks",
    "Heritage programme",
    "https://heritage-walks.example/programme.ics",
    { strategy: "event", place: null },
  ],
  // Added and never imported.
  [
    "repair-evenings",
    "leaf-street-repair-cafe",
    "Repair evenings",
    "https://leaf-street-repair-cafe.example/cal.ics",
    {},
  ],
  [
    "calendr-tre-garth",
    "canolfan-tre-garth",
    "Calendr y ganolfan",
    "https://canolfan-tre-garth.example/calendr.ics",
    { contact: { name: "Lowri Bevan" } },
  ],
  ["cinio-porthmadog", "porthmadog-lunch", "Cinio dydd Mercher", "https://porthmadog-lunch.example/cinio.ics", {}],
] as const satisfies readonly (readonly [
  id: string,
  partner: string,
  name: string,
  url: string | null,
  more: Partial<CalendarEntry>,
])[];

/** The id of a calendar in the demo world. */
export type DemoCalendar = (typeof CALENDARS)[number][0];

/** The calendars of the demo world. Unless one says otherwise, its events take place at its organiser's address. */
export function demoCalendars(): CalendarEntry[] {
  return CALENDARS.map(([id, partner, name, url, more]) => ({ id, partner, name, url, place: partner, ...more }));
}
