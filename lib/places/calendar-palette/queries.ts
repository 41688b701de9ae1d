import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendars } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition, scopeOf } from "@/lib/permissions/scope";
import { LONGEST_SEARCH } from "@/lib/places/calendar-list/constants";
import { calendarListHref, EVERY_CALENDAR } from "@/lib/places/calendar-list/schemas";
import { CALENDARS_PATH, calendarPath, NEW_CALENDAR_PATH } from "@/lib/places/calendars/constants";
import { withOrganiser } from "@/lib/places/calendars/queries";
import { MOST_PALETTE_RESULTS } from "@/lib/places/palette/constants";
import { containing, startingWith } from "@/lib/platform/like-pattern";
import { searchText } from "@/lib/platform/lists/schemas";
import type { PaletteSource } from "@/lib/platform/palette/sources";

/** What the command palette offers of calendars, within the actor's remit: the way to add one, the list, and calendars by name. At most one statement. */
export async function searchCalendarsForPalette(
  tx: Transaction,
  actor: Actor,
  text: string,
): Promise<Pick<PaletteSource, "actions" | "pages" | "records">> {
  const sees = listCondition(actor, "calendar", "view").rows !== "none";
  const makes = listCondition(actor, "calendar", "create").rows !== "none";
  const found = sees ? await searchCalendars(tx, actor, text) : [];
  const list = {
    href: calendarListHref(CALENDARS_PATH, EVERY_CALENDAR, { text }),
    label: `All calendars with “${text}”`,
  };
  const entries = found.map((calendar) => ({
    href: calendarPath(calendar),
    label: calendar.name,
    detail: calendar.organiser,
  }));
  const add = {
    href: NEW_CALENDAR_PATH,
    label: "Add a calendar",
    detail: "",
    words: "new create make import ical feed",
  };
  const page = { href: CALENDARS_PATH, label: "Calendars", detail: "", words: "events feeds imports list" };
  return {
    actions: makes ? [add] : [],
    pages: sees ? [page] : [],
    records: [{ label: "Calendars", found: entries, list: sees ? list : null }],
  };
}

/** A calendar as the command palette offers it; `organiser` by name, to tell calendars of like names apart. */
export type PaletteCalendar = { id: string; externalId: string | null; name: string; organiser: string };

/**
 * The calendars within the actor's remit whose names hold every word of a text; at most `MOST_PALETTE_RESULTS`, none for an
 * empty text; the best match first: the whole name, its beginning, the rest. One statement.
 */
async function searchCalendars(tx: Transaction, actor: Actor, text: string): Promise<PaletteCalendar[]> {
  const searched = searchText(text, LONGEST_SEARCH);
  if (searched === "") return [];
  const name = sql`lower(${calendars.name})`;
  const words = searched.split(" ").map((word) => sql`${name} like lower(${containing(word)})`);
  const rank = sql`case when ${name} = lower(${searched}) then 0 when ${name} like lower(${startingWith(searched)}) then 1 else 2 end`;
  const found = await tx.execute<PaletteCalendar>(sql`
    select ${calendars.id} as "id", ${calendars.externalId} as "externalId", ${calendars.name} as "name",
      ${partners.name} as "organiser"
    from ${withOrganiser} where (${scopeOf(actor, "calendar", "view")}) and ${sql.join(words, sql` and `)}
    order by ${rank}, ${name}, ${calendars.id} limit ${MOST_PALETTE_RESULTS}`);
  return [...found];
}
