import { recordSegment } from "@/lib/platform/addresses/constants";

/** The address of the list of calendars. */
export const CALENDARS_PATH = "/places/calendars";

/** The address of the form for a new calendar. */
export const NEW_CALENDAR_PATH = `${CALENDARS_PATH}/new`;

/** Where a partner is looked for without scripts, for a form or a filter of calendars. */
export const FIND_PARTNER_PATH = `${CALENDARS_PATH}/find`;

/** Segments below the list that are pages of their own, so that no calendar's key may stand there. */
const OWN_PAGES = ["find", "health", "new"];

/** The address of a calendar's page, by its external id where it has one that an address can hold, else by its UUID. */
export function calendarPath({ id, externalId }: { id: string; externalId: string | null }): string {
  const key = externalId !== null && OWN_PAGES.includes(externalId) ? null : externalId;
  return `${CALENDARS_PATH}/${recordSegment(id, key)}`;
}

/** The address of the form for a new calendar of the partner with this UUID or external id. */
export function newCalendarPath(partnerKey: string): string {
  return `${NEW_CALENDAR_PATH}?${new URLSearchParams({ partner: partnerKey })}`;
}

/** What a calendar's page says about what one may do to it, in the order shown. */
export const CALENDAR_ACTS = ["update", "import", "view_history", "delete"] as const;

/** One of those acts, in the words of the action catalogue. */
export type CalendarActName = (typeof CALENDAR_ACTS)[number];

/** What a page says after a change that led to it, as `?notice=CODE`. */
export const CALENDAR_NOTICES = ["calendar-created", "calendar-saved", "calendar-queued", "calendar-deleted"] as const;

/** One of those notices. */
export type CalendarNotice = (typeof CALENDAR_NOTICES)[number];

/** How the events of a calendar get their place. Source: domains/places.md section 7. */
export const STRATEGIES = ["place", "event", "event_override", "room_number", "no_location", "online_only"] as const;

/** One of those. */
export type Strategy = (typeof STRATEGIES)[number];

/** The strategies that mean nothing without a default place, for whoever saves. Source: domains/places.md section 7. */
export const PLACED_STRATEGIES: readonly Strategy[] = ["place", "event_override", "room_number"];

/** Each strategy by its name and in one sentence. */
export const STRATEGY_WORDS: Readonly<Record<Strategy, Readonly<{ name: string; sentence: string }>>> = {
  place: {
    name: "Default place",
    sentence: "Every event takes place at the default place, whatever its location says.",
  },
  event: { name: "Event’s location", sentence: "Every event takes place where its own location says." },
  event_override: {
    name: "Event’s location, else default place",
    sentence: "An event takes place where its location says; one without a known location at the default place.",
  },
  room_number: {
    name: "Room at the default place",
    sentence: "Every event takes place at the default place, and its location names the room there.",
  },
  no_location: {
    name: "No place",
    sentence: "The events take place nowhere in particular, and locations are left out.",
  },
  online_only: { name: "Online only", sentence: "The events take place online, and locations are left out." },
};

/**
 * The form's fields, by their names in the form. An absent field is unchanged, a blank one is cleared. `partner` is the
 * organiser and `place` the default place, by UUID or external id.
 */
export const CALENDAR_FIELDS = [
  "name",
  "url",
  "partner",
  "strategy",
  "place",
  "contactName",
  "contactPhone",
  "contactEmail",
] as const;

/** One of those fields. */
export type CalendarField = (typeof CALENDAR_FIELDS)[number];

/** What stands in `place` for a default place that its reader may not see: it stays as it is. No key has a colon first. */
export const UNSEEN_PLACE = ":unseen";

/** How that reads. */
export const UNSEEN_PLACE_NAME = "A place outside your remit";

/** Letters that each field takes at most, and why. Longer texts that were loaded stay until somebody changes them. */
export const LONGEST = {
  /** A heading and a row of a list hold no more. */
  name: 120,
  /** As long as any name on paper. */
  contactName: 120,
  phone: 40,
  /** The longest address that mail can carry. */
  email: 254,
  /** Any field before the record is known: more than the longest source. */
  sent: 4_000,
} as const;

/** The shortest name of a calendar: one that can be told from others in a list. */
export const SHORTEST_CALENDAR_NAME = 3;

/** Coming events that a calendar's page lists: what is read at a glance; the rest has a list of its own. */
export const COMING_EVENTS_SHOWN = 10;

/**
 * How often one person may have sources looked at before saving: each look fetches from somebody else's server. In the
 * shape of `lib/platform/rate-limit`.
 */
export const PREVIEW_LIMIT = { name: "calendar-previews", points: 20, seconds: 600 };

/** How often one person may ask for imports out of turn, likewise. */
export const IMPORT_LIMIT = { name: "calendar-imports", points: 30, seconds: 600 };
