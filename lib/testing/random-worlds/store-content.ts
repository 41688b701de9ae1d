import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { rows } from "./rows";
import type { WorldShape } from "./world-shape";

type Named = (name: string) => string;

/** Puts calendars, events, sites and deleted partners of a batch into the database, each table in one statement. */
export async function storeContent(tx: Transaction, worlds: readonly WorldShape[], named: Named): Promise<void> {
  await storeCalendars(tx, worlds, named);
  await storeSites(tx, worlds, named);
  await storeDeletions(tx, worlds);
}

async function storeCalendars(tx: Transaction, worlds: readonly WorldShape[], named: Named) {
  const calendars = worlds.flatMap((world) => world.calendars);
  const heads = calendars.map(({ id, partner, place, strategy }) => ({
    ...{ id: named(id), externalId: id, strategy },
    ...{ partner: named(partner), place: place === null ? null : named(place) },
  }));
  await tx.execute(sql`insert into calendars (id, external_id, partner_id, place_id, name, strategy)
    select id, "externalId", partner, place, 'Calendar ' || "externalId", strategy
    from ${rows(heads)} as r(id uuid, "externalId" text, partner uuid, place uuid, strategy text)`);
  const events = worlds.flatMap((world) => world.events);
  const happenings = events.map((event) => ({ ...event, calendar: named(event.calendar) }));
  await tx.execute(sql`insert into events (id, calendar_id, uid, title, starts_at, ends_at, time_zone, withdrawn_at)
    select id, calendar, id::text, 'Event', "endsAt" - interval '1 hour', "endsAt", 'Europe/London', case when withdrawn then now() end
    from ${rows(happenings)} as r(id uuid, calendar uuid, "endsAt" timestamptz, withdrawn boolean)`);
  // An event that is shown was hidden once, so that an ended hiding is never taken for one in force.
  const hidings = events.map(({ id, hidden }) => ({ id: newId(), event: id, hidden }));
  await tx.execute(sql`insert into event_hidings (id, event_id, reason, hidden_at, unhidden_at)
    select id, event, 'Not for everybody', now(), case when not hidden then now() end
    from ${rows(hidings)} as r(id uuid, event uuid, hidden boolean)`);
}

async function storeSites(tx: Transaction, worlds: readonly WorldShape[], named: Named) {
  const sites = worlds.flatMap((world) => world.sites);
  const heads = sites.map(({ id }) => ({ id: named(id), externalId: id }));
  await tx.execute(sql`insert into sites (id, external_id, slug, name)
    select id, "externalId", "externalId", 'Site ' || "externalId" from ${rows(heads)} as r(id uuid, "externalId" text)`);
  const places = sites.flatMap(({ id, neighbourhoods }) =>
    neighbourhoods.map((code) => ({ site: named(id), over: named(code) })),
  );
  await tx.execute(sql`insert into site_neighbourhoods (site_id, neighbourhood_id)
    select site, "over" from ${rows(places)} as r(site uuid, "over" uuid)`);
  const partnerships = sites.flatMap((site) =>
    site.partnerships.map((tag) => ({ site: named(site.id), over: named(tag) })),
  );
  await tx.execute(sql`insert into site_partnerships (site_id, tag_id)
    select site, "over" from ${rows(partnerships)} as r(site uuid, "over" uuid)`);
  const published = sites.filter((site) => site.published).map(({ id }) => ({ id: newId(), site: named(id) }));
  await tx.execute(sql`insert into site_publications (id, site_id, published_at)
    select id, site, now() from ${rows(published)} as r(id uuid, site uuid)`);
}

async function storeDeletions(tx: Transaction, worlds: readonly WorldShape[]) {
  const deleted = worlds
    .flatMap((world) => world.deletedPartners)
    .map((deletion) => ({ ...deletion, externalId: deletion.id, id: newId(), partner: newId() }));
  await tx.execute(sql`insert into partner_deletions (id, partner_id, external_id, name, snapshot, deleted_at, restored_at)
    select id, partner, "externalId", 'Partner ' || "externalId", '{}', "deletedAt", case when restored then now() end
    from ${rows(deleted)} as r(id uuid, partner uuid, "externalId" text, "deletedAt" timestamptz, restored boolean)`);
}
