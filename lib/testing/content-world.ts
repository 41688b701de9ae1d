import "server-only";
import { sql } from "drizzle-orm";
import { writeTransaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { loadWorld } from "@/lib/world/load";
import type { WorldFile } from "@/lib/world/schema";
import { accessWorld } from "./access-world";

/**
 * The world of five partners with calendars of four of them (one held at a partner in Wales), a site for Hulme, one for
 * Wales that names a partnership, one without neighbourhoods, and an admin of the first.
 */
export const contentWorld = {
  ...accessWorld,
  users: [...(accessWorld.users ?? []), { email: "site@people.example", name: "Sita Sands" }],
  calendars: [
    { id: "cafe-events", partner: "hulme-cafe", name: "Café events", place: "wales-shop" },
    { id: "garden-days", partner: "moss-side-garden", name: "Garden days", strategy: "no_location" },
    { id: "library-clubs", partner: "hulme-and-ardwick", name: "Library clubs" },
    { id: "shop-evenings", partner: "wales-shop", name: "Shop evenings", place: "hulme-cafe" },
  ],
  sites: [
    { id: "hulme-site", slug: "hulme", name: "Around Hulme", neighbourhoods: ["hulme"], published: true },
    { id: "wales-site", slug: "wales", name: "Around Wales", neighbourhoods: ["wales"], partnerships: ["age"] },
    { id: "empty-site", slug: "empty", name: "Nowhere yet" },
  ],
  roles: [...(accessWorld.roles ?? []), { user: "site@people.example", role: "site_admin", site: "hulme-site" }],
} satisfies WorldFile;

const nobody = { actorId: null, requestId: null };

/** Loads the world, and gives each calendar an event that is still to come. */
export async function prepareContent(): Promise<void> {
  await writeTransaction(nobody, (tx) => loadWorld(tx, contentWorld));
  for (const { id } of contentWorld.calendars) {
    await addEvent(id);
  }
}

/** What an event may be beside one that is still to come and shown: over, withdrawn by its source, hidden. */
type EventState = Readonly<{ over?: boolean; withdrawn?: boolean; hidden?: boolean }>;

/** A new event of a calendar of that world; gives its id. */
export async function addEvent(calendar: string, { over, withdrawn, hidden }: EventState = {}): Promise<string> {
  const id = newId();
  await writeTransaction(nobody, async (tx) => {
    const startsAt = over === true ? sql`now() - interval '2 days'` : sql`now() + interval '2 days'`;
    await tx.execute(sql`
      insert into events (id, calendar_id, uid, title, starts_at, ends_at, time_zone, withdrawn_at)
      select ${id}::uuid, calendars.id, ${id}, 'Event of ' || calendars.name, ${startsAt}, ${startsAt} + interval '1 hour', 'Europe/London',
        ${withdrawn === true ? sql`now()` : sql`null`}
      from calendars where external_id = ${calendar}`);
    if (hidden === true) {
      await tx.execute(sql`insert into event_hidings (id, event_id, reason, hidden_at)
        values (${newId()}, ${id}, 'Not for everybody', now())`);
    }
  });
  return id;
}

/** A partner that was deleted so many days ago, by its external id; brought back since where `restored`. */
export async function addDeletion(externalId: string, daysAgo: number, restored = false): Promise<string> {
  const partnerId = newId();
  await writeTransaction(nobody, (tx) =>
    tx.execute(sql`insert into partner_deletions (id, partner_id, external_id, name, snapshot, deleted_at, restored_at)
      values (${newId()}, ${partnerId}, ${externalId}, ${`Partner ${externalId}`}, '{}', now() - make_interval(days => ${daysAgo}),
        ${restored ? sql`now()` : sql`null`})`),
  );
  return partnerId;
}
