import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendarImports, calendars } from "@/db/schema/calendars";
import { normaliseSource } from "@/lib/places/calendar-sources/schemas";
import { withdrawEvents } from "@/lib/places/imported-events/mutations";
import { now } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { CalendarField, Strategy } from "./constants";
import { type CalendarValues, isStrategy } from "./schemas";

/** What is written of a calendar, proven and tidied: the partners by UUID. A blank text clears its column, an absent one leaves it. */
export type CalendarWrite = Readonly<Partial<CalendarValues>>;

/**
 * Makes a calendar and gives its id; how its import stands is a row that the database adds.
 * @throws Refusal where another calendar has the same source.
 */
export async function insertCalendar(tx: Transaction, write: CalendarValues): Promise<string> {
  const id = newId();
  const { name, partner: partnerId, strategy } = write;
  const columns = { ...columnsOf(write), name, partnerId, strategy: strategyOf(strategy) };
  await orRefuse(tx.insert(calendars).values({ id, ...columns, createdAt: now() }));
  return id;
}

/**
 * Writes what has changed of a calendar that the transaction has locked, and raises its version by one. What an import
 * had learnt is forgotten where its outcome would be another now, and without a source no event is to come.
 * @throws Refusal where another calendar has the new source.
 */
export async function updateCalendar(tx: Transaction, id: string, write: CalendarWrite): Promise<void> {
  const kept = { version: sql`${calendars.version} + 1`, updatedAt: sql`now()` };
  await orRefuse(
    tx
      .update(calendars)
      .set({ ...columnsOf(write), ...kept })
      .where(eq(calendars.id, id)),
  );
  if (write.url === "") await withdrawEvents(tx, id);
  if (write.url !== undefined) {
    await tx.update(calendarImports).set(fromTheBeginning()).where(eq(calendarImports.calendarId, id));
  } else if (write.strategy !== undefined || write.place !== undefined) {
    await tx.update(calendarImports).set(unread).where(eq(calendarImports.calendarId, id));
  }
}

/** Deletes a calendar that the transaction has locked, with its events and what moderators decided about them. */
export async function deleteCalendar(tx: Transaction, id: string): Promise<void> {
  await tx.delete(calendars).where(eq(calendars.id, id));
}

/** As if the source had never been read: the next import takes everything in it anew. */
const unread = { etag: null, lastModified: null, checksum: null };

/** A new source begins without the troubles of the old one. */
function fromTheBeginning() {
  const untroubled = { failure: null, failingSince: null, mailedAt: null, notices: [] };
  const unchecked = { checkedAt: null, succeededAt: null, changedAt: null, nextAt: null };
  return { ...unread, ...untroubled, ...unchecked, state: "idle" as const, stateSince: now() };
}

const COLUMNS = ["name", "contactName", "contactPhone", "contactEmail"] as const satisfies readonly CalendarField[];

function columnsOf(write: CalendarWrite) {
  const texts = COLUMNS.flatMap((column) => {
    const text = write[column];
    return text === undefined ? [] : [[column, text === "" ? null : text] as const];
  });
  const { url, partner, strategy, place } = write;
  return {
    ...(Object.fromEntries(texts) as { name?: string } & Partial<Record<(typeof COLUMNS)[number], string | null>>),
    ...(url === undefined ? {} : sourceOf(url)),
    ...(partner === undefined ? {} : { partnerId: partner }),
    ...(strategy === undefined ? {} : { strategy: strategyOf(strategy) }),
    ...(place === undefined ? {} : { placeId: place === "" ? null : place }),
  };
}

function sourceOf(text: string): { url: string | null; urlKey: string | null } {
  if (text === "") return { url: null, urlKey: null };
  const source = normaliseSource(text);
  if (typeof source === "string") throw new Refusal("invalid", { fields: { url: source } });
  return { url: source.url, urlKey: source.key };
}

function strategyOf(text: string): Strategy {
  if (!isStrategy(text)) throw new Error(`There is no strategy ${text}.`);
  return text;
}

/** What a person reads where a write meets another record, by the constraint that says so. Whose it is may be out of their sight. */
const MET: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  calendars_source: { url: "There is a calendar with this source already. Each source is imported once." },
  calendars_partner_id_partners_id_fk: { partner: "This partner is not there any more." },
  calendars_place_id_partners_id_fk: { place: "This partner is not there any more." },
};

async function orRefuse(write: PromiseLike<unknown>): Promise<void> {
  let fields: Readonly<Record<string, string>> | undefined;
  try {
    await write;
    return;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    fields = MET[cause instanceof Error && "constraint_name" in cause ? String(cause.constraint_name) : ""];
    if (fields === undefined) throw error;
  }
  throw new Refusal("invalid", { fields });
}
