import "server-only";
import { type ActionLine, everybody, type Outcomes, only, type RouteLine, signedIn, type Walker } from "./walkers";

const actions = "lib/places/calendars/actions.ts";
const form = "lib/places/calendar-form/actions.ts";

/** Who has partners, and so calendars, at all: root, the two kinds of area admins, and a partner's admin. */
const keepers: readonly Walker[] = ["root", "neighbourhood admin", "partnership admin", "partner admin"];
const makers = only(200, keepers);

/** Who looks after the Hulme Advice Desk. */
const deskKeepers: readonly Walker[] = ["root", "neighbourhood admin", "partner admin"];

const apart: Partial<Outcomes> = { anonymous: 401, deactivated: 401 };

/** The pages of one calendar: whoever sees it may do everything to it. */
function calendarPages(id: string, about: string, seenBy: readonly Walker[]): RouteLine[] {
  const line = (end: "" | `/${string}`): RouteLine => ({
    route: `GET /places/calendars/[calendarId]${end}`,
    path: `/places/calendars/${id}${end}`,
    about,
    outcomes: signedIn(404, only(200, seenBy)),
  });
  return [line(""), line("/history"), line("/edit"), line("/delete")];
}

function partnerTab(id: string, about: string, seenBy: readonly Walker[]): RouteLine {
  return {
    route: "GET /places/partners/[partnerId]/calendars",
    path: `/places/partners/${id}/calendars`,
    about,
    outcomes: signedIn(404, only(200, seenBy)),
  };
}

/** The pages of calendars, and what their forms ask for × everybody who walks. */
export const calendarRouteLines: readonly RouteLine[] = [
  { route: "GET /places/calendars", path: "/places/calendars", about: "those in reach", outcomes: signedIn(200) },
  {
    route: "GET /places/calendars/new",
    path: "/places/calendars/new",
    about: "for those who have a partner",
    outcomes: signedIn(403, makers),
  },
  {
    route: "GET /places/calendars/new",
    path: "/places/calendars/new?partner=hulme-advice-desk",
    about: "of a partner in Hulme",
    outcomes: signedIn(403, { ...only(404, keepers), ...only(200, deskKeepers) }),
  },
  {
    route: "GET /places/calendars/find",
    path: "/places/calendars/find?use=organiser&q=m",
    about: "those in reach",
    outcomes: signedIn(200),
  },
  ...calendarPages("advice-sessions", "of a partner in Hulme, in no partnership", deskKeepers),
  ...calendarPages("no-such-calendar", "that does not exist", []),
  {
    route: "GET /places/calendars/[calendarId]",
    path: "/places/calendars/%E0%A4%A",
    about: "that cannot be decoded",
    outcomes: everybody(404),
  },
  partnerTab("hulme-advice-desk", "in Hulme, in no partnership", deskKeepers),
  partnerTab("no-such-partner", "that does not exist", []),
  {
    route: "GET /api/partners",
    path: "/api/partners?use=organiser&q=m",
    about: "those in reach",
    outcomes: signedIn(200, apart),
  },
];

/** A version that no calendar reaches: whoever may act on it is told of a conflict, and nothing happens. */
const longGone = 1_000_000;

const desk = { calendarId: "advice-sessions", version: longGone };
const nowhere = { calendarId: "no-such-calendar", version: longGone };
const unmade = { name: "Walked over", strategy: "no_location", url: "https://127.0.0.1/walked.ics" };

/**
 * The acts on calendars × everybody who walks. None of them changes anything or leads out of the portal: what is allowed
 * ends in a conflict, or in what nobody may do (a source on a private network).
 */
export const calendarActionLines: readonly ActionLine[] = [
  {
    action: `${actions}#createCalendarAction`,
    about: "from a private network",
    input: () => ({ ...unmade, partner: "hulme-advice-desk" }),
    outcomes: signedIn("invalid"),
  },
  {
    action: `${actions}#createCalendarAction`,
    about: "of a partner that does not exist",
    input: () => ({ name: "Walked over", strategy: "no_location", partner: "no-such-partner" }),
    outcomes: signedIn("forbidden", only("invalid", keepers)),
  },
  {
    action: `${actions}#updateCalendarAction`,
    about: "of the advice desk, in an old version",
    input: () => ({ ...desk, name: "Walked over" }),
    outcomes: signedIn("not_found", only("conflict", deskKeepers)),
  },
  {
    action: `${actions}#updateCalendarAction`,
    about: "that does not exist",
    input: () => ({ ...nowhere, name: "Walked over" }),
    outcomes: signedIn("not_found"),
  },
  {
    action: `${actions}#importCalendarAction`,
    about: "that does not exist",
    input: () => ({ calendarId: "no-such-calendar" }),
    outcomes: signedIn("not_found"),
  },
  {
    action: `${actions}#deleteCalendarAction`,
    about: "of the advice desk, in an old version",
    input: () => desk,
    outcomes: signedIn("not_found", only("conflict", deskKeepers)),
  },
  {
    action: `${form}#previewCalendarAction`,
    about: "of the advice desk, in an old version",
    input: () => ({
      ...desk,
      strategy: "no_location",
      url: "https://walked-over.example/a.ics",
      partner: "hulme-advice-desk",
    }),
    outcomes: signedIn("not_found", only("conflict", deskKeepers)),
  },
];
