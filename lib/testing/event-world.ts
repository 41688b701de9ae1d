import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";
import type { WorldFile } from "@/lib/world/schema";
import { addEventForTest, type TestEventPlan } from "./calendars";
import { editingWorld } from "./editing-world";
import { loadForTest } from "./statements";

/**
 * The editing world with calendars of a partner that is shown, of one that is hidden and of one elsewhere, and with a site
 * for Hulme whose admin is `site`.
 */
const eventWorld: WorldFile = {
  ...editingWorld,
  users: [...(editingWorld.users ?? []), { email: "site@people.example", name: "Person site" }],
  calendars: [
    { id: "garden-days", partner: "garden", name: "Garden days", url: "https://juniper.example/days.ics" },
    { id: "hall-hours", partner: "hall", name: "Hall hours", url: "https://rowan.example/hours.ics" },
    { id: "quay-swims", partner: "quay", name: "Quay swims", url: "https://willow.example/swims.ics" },
  ],
  sites: [{ id: "hulme-all", slug: "hulme-all", name: "Hulme for all", neighbourhoods: ["hulme"], published: true }],
  roles: [...(editingWorld.roles ?? []), { user: "site@people.example", role: "site_admin", site: "hulme-all" }],
};

type Plan = Omit<TestEventPlan, "calendarId" | "about" | "event"> & {
  calendar: "garden-days" | "hall-hours" | "quay-swims";
  /** The partner at whose address it takes place. */
  at?: string;
  withdrawn?: boolean;
  event?: TestEventPlan["event"];
};

const plans = {
  "Digging day": { calendar: "garden-days", inHours: 24, at: "garden" },
  "Early digging": { calendar: "garden-days", inHours: 12 },
  "Digging at the kitchen": { calendar: "garden-days", inHours: 36, at: "kitchen" },
  "Digging at the hall": { calendar: "garden-days", inHours: 48, at: "hall" },
  "Old digging": { calendar: "garden-days", inHours: -48 },
  "Noisy digging": { calendar: "garden-days", inHours: 60, hidden: "Neighbours complained." },
  "Cancelled digging": { calendar: "garden-days", inHours: 72, withdrawn: true },
  "Hall singing": { calendar: "hall-hours", inHours: 30, at: "hall" },
  "Quay swim": { calendar: "quay-swims", inHours: 32, at: "hall" },
} as const satisfies Record<string, Plan>;

/** An event of that world, by its title. */
export type WorldEvent = keyof typeof plans;

/** Loads that world anew, with its events. Gives their ids by title. */
export async function loadEventWorld(): Promise<Readonly<Record<WorldEvent, string>>> {
  await loadForTest(eventWorld, { reset: true });
  const ids: [string, string][] = [];
  for (const [title, plan] of Object.entries<Plan>(plans)) {
    const { calendar, at, withdrawn = false, event, ...when } = plan;
    const row = {
      ...event,
      title,
      placeId: at === undefined ? null : await idOf("partners", at),
      withdrawnAt: withdrawn ? new Date("2026-01-02T00:00:00Z") : null,
    };
    const made = await addEventForTest({
      ...when,
      calendarId: await idOf("calendars", calendar),
      about: "",
      event: row,
    });
    ids.push([title, made.id]);
  }
  return Object.fromEntries(ids) as Record<WorldEvent, string>;
}

/** The UUID of a record of the world by its external id. */
export async function idOf(table: "partners" | "calendars", externalId: string): Promise<string> {
  const [row] = await readTransaction((tx) =>
    tx.execute<{ id: string }>(sql`select id from ${sql.identifier(table)} where external_id = ${externalId}`),
  );
  if (row === undefined) throw new Error(`There is no ${externalId} in ${table}.`);
  return row.id;
}

/** How an event is moderated now, past every permission: the reason of the hiding in force, and how many hidings there were. */
export async function moderationNow(eventId: string): Promise<{ hiddenFor: string | null; hidings: number }> {
  const [row] = await readTransaction((tx) =>
    tx.execute<{ hiddenFor: string | null; hidings: number }>(sql`
      select max(reason) filter (where unhidden_at is null) as "hiddenFor", count(*)::int as hidings
      from event_hidings where event_id = ${eventId}::uuid`),
  );
  return row ?? { hiddenFor: null, hidings: 0 };
}
