import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendarImports, calendars, eventHidings, events } from "@/db/schema/calendars";
import { queueImport } from "@/lib/places/calendar-imports/mutations";
import { PLACED_STRATEGIES } from "@/lib/places/calendars/constants";
import type { PartnerSnapshot } from "@/lib/places/partner-deletions/schemas";
import type { RestorationTrace } from "@/lib/places/partner-restorations/schemas";
import { now } from "@/lib/platform/clock";

type Named = RestorationTrace["calendars"];

/**
 * The calendars of a restored partner, but for those whose source or external id another one has by now. Gives those
 * that came back, and says of the others in `leftOut` why not.
 * @param partnersThere the default places that still exist, by UUID.
 */
export async function insertCalendars(
  tx: Transaction,
  { partner, calendars: kept }: PartnerSnapshot,
  partnersThere: ReadonlySet<string>,
  leftOut: string[],
): Promise<Named> {
  const restored: { id: string; name: string }[] = [];
  for (const { placeName, version, createdAt, ...calendar } of kept) {
    const hasPlace = calendar.placeId === partner.id || partnersThere.has(calendar.placeId ?? "");
    const made = await tx
      .insert(calendars)
      .values({
        ...calendar,
        partnerId: partner.id,
        placeId: hasPlace ? calendar.placeId : null,
        version: version + 1,
        createdAt: new Date(createdAt),
      })
      .onConflictDoNothing()
      .returning({ id: calendars.id, name: calendars.name });
    if (made.length === 0) leftOut.push(await whyTaken(tx, calendar));
    else if (calendar.placeId !== null && !hasPlace) {
      leftOut.push(`the default place of the calendar ${calendar.name}, because ${placeName ?? "it"} is gone`);
    }
    for (const { id } of made) if (calendar.url !== null) await queueImport(tx, id);
    restored.push(...made);
  }
  return restored;
}

async function whyTaken(
  tx: Transaction,
  { name, urlKey }: Pick<PartnerSnapshot["calendars"][number], "name" | "urlKey">,
): Promise<string> {
  const [thief] =
    urlKey === null ? [] : await tx.select({ id: calendars.id }).from(calendars).where(eq(calendars.urlKey, urlKey));
  return `the calendar ${name}, because another one has its ${thief === undefined ? "external id" : "source"} by now`;
}

/**
 * What moderators had hidden in calendars that came back, as events that their source does not have: the next import
 * finds them under what tells them apart, and they are there again and still hidden.
 * @param peopleThere whoever still exists: who hid an event is forgotten where that account is gone.
 */
export async function insertHiddenEvents(
  tx: Transaction,
  { hiddenEvents }: PartnerSnapshot,
  peopleThere: ReadonlySet<string>,
  restored: Named,
): Promise<void> {
  const back = hiddenEvents.filter(({ calendarId }) => restored.some(({ id }) => id === calendarId));
  if (back.length === 0) return;
  await tx.insert(events).values(
    back.map(({ hiding: _, startsAt, endsAt, createdAt, ...event }) => ({
      ...event,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      createdAt: new Date(createdAt),
      withdrawnAt: now(),
    })),
  );
  await tx.insert(eventHidings).values(
    back.map(({ id, hiding: { hiddenBy, hiddenAt, ...hiding } }) => ({
      ...hiding,
      eventId: id,
      hiddenBy: hiddenBy !== null && peopleThere.has(hiddenBy) ? hiddenBy : null,
      hiddenAt: new Date(hiddenAt),
    })),
  );
}

/**
 * Makes a restored partner the default place again of calendars of others that had lost it with the partner and mean
 * nothing without one; whoever has chosen otherwise since is left alone. One version later, and imported
 * anew. Gives those calendars.
 */
export async function restorePlaceOfOthers(tx: Transaction, { partner, hosted }: PartnerSnapshot): Promise<Named> {
  const wanted = hosted.map(({ id }) => id);
  if (wanted.length === 0) return [];
  const locked = await tx
    .select({ id: calendars.id, name: calendars.name, url: calendars.url })
    .from(calendars)
    .where(
      and(
        inArray(calendars.id, wanted),
        isNull(calendars.placeId),
        inArray(calendars.strategy, [...PLACED_STRATEGIES]),
      ),
    )
    .orderBy(calendars.id)
    .for("update");
  const guests = locked.map(({ id }) => id);
  if (guests.length === 0) return [];
  const later = { version: sql`${calendars.version} + 1`, updatedAt: sql`now()` };
  await tx
    .update(calendars)
    .set({ placeId: partner.id, ...later })
    .where(inArray(calendars.id, guests));
  const unread = { etag: null, lastModified: null, checksum: null };
  await tx.update(calendarImports).set(unread).where(inArray(calendarImports.calendarId, guests));
  for (const { id, url } of locked) if (url !== null) await queueImport(tx, id);
  return locked.map(({ id, name }) => ({ id, name }));
}
