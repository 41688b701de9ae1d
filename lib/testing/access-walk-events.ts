import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type ActionLine, type Outcomes, only, type RouteLine, signedIn, type Walker } from "./walkers";

const areaAdmins: readonly Walker[] = ["root", "neighbourhood admin", "partnership admin"];

/** Events that the walk asks for, by ids of their own: the demo's are made anew each time, and an event has no other key. */
const walked = {
  advice: {
    id: "019aaaaa-0000-7000-8000-0000000000a1",
    calendar: "advice-sessions",
    about: "of a partner in Hulme, in no partnership",
    seenBy: ["root", "neighbourhood admin", "partner admin"],
    hidden: false,
  },
  repair: {
    id: "019aaaaa-0000-7000-8000-0000000000a2",
    calendar: "repair-evenings",
    about: "of a partner in Hulme and Old Trafford, of Green Neighbours",
    seenBy: areaAdmins,
    hidden: false,
  },
  session: {
    id: "019aaaaa-0000-7000-8000-0000000000a3",
    calendar: "advice-sessions",
    about: "hidden, of a partner in Hulme, in no partnership",
    seenBy: ["root", "neighbourhood admin", "partner admin"],
    hidden: true,
  },
  supper: {
    id: "019aaaaa-0000-7000-8000-0000000000a4",
    calendar: "calendr-tre-garth",
    about: "of a partner in Gwynedd",
    seenBy: ["root"],
    hidden: false,
  },
} as const satisfies Record<string, WalkedEvent>;

type WalkedEvent = {
  id: string;
  calendar: string;
  about: string;
  seenBy: readonly Walker[];
  hidden: boolean;
};

const unknown: WalkedEvent = {
  id: "019aaaaa-0000-7000-8000-0000000000ff",
  calendar: "",
  about: "that does not exist",
  seenBy: [],
  hidden: false,
};

/** The page of one of them, of a partner in Hulme. */
export const WALKED_EVENT_PATH = `/places/events/${walked.advice.id}`;

/** Puts these events into the calendars of the demo world, where they are not there yet; nothing without that world. */
export async function prepareWalkedEvents(tx: Transaction): Promise<void> {
  for (const { id, calendar, hidden } of Object.values<WalkedEvent>(walked)) {
    await tx.execute(sql`
      insert into events (id, calendar_id, uid, title, starts_at, ends_at, time_zone)
      select ${id}::uuid, calendars.id, ${id}, 'Walked over', now() + interval '200 days', now() + interval '201 days', 'Europe/London'
        from calendars where external_id = ${calendar} on conflict do nothing`);
    if (!hidden) continue;
    await tx.execute(sql`
      insert into event_hidings (id, event_id, reason, hidden_at)
      select ${id}::uuid, events.id, 'Walked over.', now() from events where events.id = ${id}::uuid on conflict do nothing`);
  }
}

/** The pages of one event. Its organiser's own admins see it and do not hide it; a page that hides what is hidden leads back to it. */
function eventPages({ id, about, seenBy, hidden }: WalkedEvent): RouteLine[] {
  const path = `/places/events/${id}` as const;
  const moderators = seenBy.filter((walker) => walker !== "partner admin");
  const own = seenBy.filter((walker) => walker === "partner admin");
  const seen = signedIn(404, only(200, seenBy));
  const hiding = signedIn(404, { ...only(hidden ? `to ${path}` : 200, moderators), ...only(403, own) });
  return [
    { route: "GET /places/events/[eventId]", path, about, outcomes: seen },
    { route: "GET /places/events/[eventId]/history", path: `${path}/history`, about, outcomes: seen },
    { route: "GET /places/events/[eventId]/hide", path: `${path}/hide`, about, outcomes: hiding },
  ];
}

/** The pages of events, and that of the calendars' health × everybody who walks × in or out of reach. */
export const eventRouteLines: readonly RouteLine[] = [
  { route: "GET /places/events", path: "/places/events", about: "those in reach", outcomes: signedIn(200) },
  {
    route: "GET /places/events",
    path: "/places/events?calendar=calendr-tre-garth&when=all",
    about: "of a calendar that only root sees",
    outcomes: signedIn(200),
  },
  {
    route: "GET /places/calendars/health",
    path: "/places/calendars/health",
    about: "of those in reach",
    outcomes: signedIn(200),
  },
  ...[...Object.values<WalkedEvent>(walked), unknown].flatMap(eventPages),
  {
    route: "GET /places/events/[eventId]",
    path: "/places/events/%E0%A4%A",
    about: "that cannot be decoded",
    outcomes: signedIn(404, { anonymous: 404, deactivated: 404 }),
  },
];

const actions = "lib/places/events/actions.ts";

/** An act on one event that is done already: for all who may do it that is the answer, for the others theirs. */
function acts(name: string, { id, about, seenBy }: WalkedEvent, more: Readonly<Record<string, string>>): ActionLine {
  const outcomes: Partial<Outcomes> = { ...only("invalid", seenBy) };
  const own = only("forbidden", seenBy.includes("partner admin") ? ["partner admin"] : []);
  return {
    action: `${actions}#${name}Action`,
    about,
    input: () => ({ eventId: id, ...more }),
    outcomes: signedIn("not_found", { ...outcomes, ...own }),
  };
}

const reason = { reason: "Walked over." };

/** The acts on events × everybody who walks × in or out of reach. None of them changes anything: what may be done is done already. */
export const eventActionLines: readonly ActionLine[] = [
  acts("hideEvent", walked.session, reason),
  acts("unhideEvent", walked.advice, {}),
  acts("unhideEvent", walked.repair, {}),
  acts("unhideEvent", walked.supper, {}),
  acts("hideEvent", unknown, reason),
  acts("unhideEvent", unknown, {}),
  {
    action: `${actions}#hideEventAction`,
    about: "without a reason",
    input: () => ({ eventId: walked.advice.id, reason: " " }),
    outcomes: signedIn("invalid"),
  },
];
