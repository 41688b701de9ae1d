import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { chunked, collectIds, countEdit, type ListCounts, type Report, recordset } from "./bulk";
import { fileSource } from "./calendar-source";
import { orNull, type ParsedWorld, present } from "./parse";
import { externalIdOf, type ResolvedWorld } from "./resolve";
import type { CalendarEntry } from "./schema";

const COLUMNS = `id uuid, "externalId" text, "partnerId" uuid, name text, url text, "urlKey" text, "contactName" text,
  "contactPhone" text, "contactEmail" text, "placeId" uuid, strategy text`;

/**
 * Writes the calendars of a file. Sources have been freed. What is due is imported by the worker later.
 */
export async function writeCalendars(
  tx: Transaction,
  { calendars, structureOnly }: ParsedWorld,
  resolved: ResolvedWorld,
  report: Report,
): Promise<ListCounts> {
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (const chunk of chunked([...present(calendars)])) {
    const rows = chunk.map(([, entry]) => calendarRow(entry, resolved, structureOnly));
    const fresh = rows.filter((row) => row.isNew);
    const known = rows.filter((row) => !row.isNew);
    if (fresh.length > 0) await insertCalendars(tx, fresh);
    const edited = known.length > 0 ? await updateCalendars(tx, known) : new Set<string>();
    counts.created += fresh.length;
    counts.changed += edited.size;
    counts.unchanged += known.length - edited.size;
    report(chunk.length);
  }
  return counts;
}

type CalendarRow = ReturnType<typeof calendarRow>;

function calendarRow(entry: CalendarEntry, { calendars, partners }: ResolvedWorld, structureOnly: boolean) {
  const { id = newId(), isNew = true } = calendars.get(entry.id) ?? {};
  const source = fileSource(entry.url, structureOnly);
  if (source !== null && "fault" in source) throw new Error(`The load lost sight of a fault in calendar ${entry.id}`);
  return {
    id,
    isNew,
    externalId: externalIdOf(entry.id, id),
    partnerId: partners.get(entry.partner)?.id,
    name: entry.name,
    url: source?.url ?? null,
    urlKey: source?.key ?? null,
    contactName: orNull(entry.contact?.name),
    contactPhone: orNull(entry.contact?.phone),
    contactEmail: orNull(entry.contact?.email),
    placeId: typeof entry.place === "string" ? partners.get(entry.place)?.id : null,
    strategy: entry.strategy ?? "place",
  };
}

async function insertCalendars(tx: Transaction, rows: readonly CalendarRow[]): Promise<void> {
  await tx.execute(sql`
    insert into calendars (id, external_id, partner_id, name, url, url_key, contact_name, contact_phone, contact_email,
      place_id, strategy)
    select r.id, r."externalId", r."partnerId", r.name, r.url, r."urlKey", r."contactName", r."contactPhone",
      r."contactEmail", r."placeId", r.strategy from ${recordset(rows, COLUMNS)}`);
}

async function updateCalendars(tx: Transaction, rows: readonly CalendarRow[]): Promise<Set<string>> {
  const source = recordset(rows, COLUMNS);
  const edited = new Set<string>();
  await makeDue(tx, source);
  await collectIds(
    tx,
    edited,
    sql`
    update calendars c
       set partner_id = r."partnerId", name = r.name, url = r.url, url_key = r."urlKey",
           contact_name = r."contactName", contact_phone = r."contactPhone", contact_email = r."contactEmail",
           place_id = r."placeId", strategy = r.strategy
      from ${source}
     where c.id = r.id
       and (c.partner_id, c.name, c.url, c.url_key, c.contact_name, c.contact_phone, c.contact_email, c.place_id, c.strategy)
           is distinct from
           (r."partnerId", r.name, r.url, r."urlKey", r."contactName", r."contactPhone", r."contactEmail", r."placeId", r.strategy)
    returning c.id`,
  );
  await countEdit(tx, sql`calendars`, edited);
  return edited;
}

/**
 * Before the calendars change: those that get another source, strategy or place are due at once and are read as if for
 * the first time. Of another source nothing is known yet; of those that lose theirs the coming events are withdrawn.
 */
async function makeDue(tx: Transaction, source: SQL): Promise<void> {
  await tx.execute(sql`
    update calendar_imports i set etag = null, last_modified = null, checksum = null, next_at = null
      from calendars c join ${source} on c.id = r.id
     where i.calendar_id = c.id and (c.url, c.strategy, c.place_id) is distinct from (r.url, r.strategy, r."placeId")`);
  await tx.execute(sql`
    update calendar_imports i
       set state = 'idle', state_since = now(), checked_at = null, succeeded_at = null, changed_at = null,
           failure = null, failing_since = null, mailed_at = null, notices = '[]'
      from calendars c join ${source} on c.id = r.id
     where i.calendar_id = c.id and c.url is distinct from r.url`);
  await tx.execute(sql`
    update events e set withdrawn_at = now(), updated_at = now()
      from calendars c join ${source} on c.id = r.id
     where e.calendar_id = c.id and c.url is not null and r.url is null and e.withdrawn_at is null and e.ends_at >= now()`);
}
