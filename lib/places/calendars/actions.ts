"use server";
import { revalidatePath, updateTag } from "next/cache";
import { defineAction } from "@/lib/permissions/action";
import { newId } from "@/lib/permissions/catalogue";
import { decide } from "@/lib/permissions/decide";
import {
  decideCreation,
  decideEdit,
  lockCalendar,
  lockImport,
  refuseStale,
} from "@/lib/places/calendar-decisions/queries";
import { countGoing, readPosted } from "@/lib/places/calendar-form/queries";
import {
  type CalendarChange,
  changeOf,
  creationOf,
  keysOf,
  type Result,
  traceOf,
  wordsOf,
} from "@/lib/places/calendar-form/schemas";
import { queueImport } from "@/lib/places/calendar-imports/mutations";
import { SITES_CONTENT_TAG } from "@/lib/places/site-pages/constants";
import { Refusal } from "@/lib/platform/errors";
import { CALENDARS_PATH, type CalendarNotice, calendarPath, IMPORT_LIMIT } from "./constants";
import { deleteCalendar, insertCalendar, updateCalendar } from "./mutations";
import { calendarFormSchema, calendarUpdateSchema, deleteCalendarSchema, importCalendarSchema } from "./schemas";

/** Makes a calendar and has it imported at once. Source: domains/places.md section 3. */
export const createCalendarAction = defineAction({
  name: "calendar.create",
  input: calendarFormSchema,
  load: ({ tx, actor, input }) => readPosted(tx, actor, keysOf(input)),
  authorize: ({ tx, actor, input, row }) => decideCreation(tx, actor, creationOf(input, row)),
  confirms: () => ({ type: "calendar", id: newId, version: null }),
  run: async ({ tx, input, row }) => {
    const change = proven(creationOf(input, row));
    const id = await insertCalendar(tx, change.values);
    if (change.values.url !== "") await queueImport(tx, id);
    const path = calendarPath({ id, externalId: null });
    return { data: { path }, audit: [{ ...recordOf(id), after: traceOf(change) }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "calendar-created"),
});

/**
 * Changes what differs from the calendar as it is now. Another source, and another way of placing events, is imported at
 * once. Another organiser must be in scope as the old one is. Source: domains/places.md section 3.
 */
export const updateCalendarAction = defineAction({
  name: "calendar.update",
  input: calendarUpdateSchema,
  load: async ({ tx, actor, input }) => {
    const saved = await lockCalendar(tx, actor, input.calendarId);
    if (saved === null) return null;
    return { version: saved.version, saved, posted: await readPosted(tx, actor, keysOf(input)) };
  },
  authorize: async ({ tx, actor, input, row: { saved, posted } }) => {
    const words = wordsOf(saved.organiser, saved.place, ...posted.values());
    await refuseStale({ tx, actor, saved, version: input.version }, "update", { values: saved.values, words });
    return decideEdit(tx, actor, saved, changeOf(saved, posted, input));
  },
  confirms: ({ row }) => ({ type: "calendar", id: row.saved.id, version: row.version }),
  run: async ({ tx, input, row: { saved, posted } }) => {
    const change = proven(changeOf(saved, posted, input));
    const { values, fields } = change;
    const path = calendarPath(saved);
    if (fields.length === 0) return { data: { path }, audit: [] };
    await updateCalendar(tx, saved.id, Object.fromEntries(fields.map((field) => [field, values[field]] as const)));
    const anew = fields.some((field) => field === "url" || field === "strategy" || field === "place");
    if (anew && values.url !== "") await queueImport(tx, saved.id);
    return {
      data: { path },
      audit: [{ ...recordOf(saved.id), before: traceOf(saved, fields), after: traceOf(change, fields) }],
    };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "calendar-saved"),
});

/** Has a calendar imported out of turn. Source: domains/places.md section 3. */
export const importCalendarAction = defineAction({
  name: "calendar.import",
  input: importCalendarSchema,
  limit: IMPORT_LIMIT,
  load: ({ tx, actor, input }) => lockCalendar(tx, actor, input.calendarId),
  authorize: ({ tx, actor, row }) =>
    decide(tx, { actor, action: "import", resource: { type: "calendar", id: row.id } }),
  confirms: ({ row }) => ({ type: "calendar", id: row.id, version: row.version }),
  run: async ({ tx, row }) => {
    if (row.values.url === "") {
      throw new Refusal("conflict", { message: "This calendar has no source to import from. Give it one first." });
    }
    const state = await lockImport(tx, row.id);
    if (state === "queued")
      throw new Refusal("conflict", { message: "It is queued already, and will be imported soon." });
    if (state === "running") throw new Refusal("conflict", { message: "It is being imported at this moment." });
    await queueImport(tx, row.id);
    return { data: { path: calendarPath(row) }, audit: [{ ...recordOf(row.id), after: { url: row.values.url } }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "calendar-queued"),
});

/** Deletes a calendar with its events, in the version that was looked at. Source: domains/places.md section 3. */
export const deleteCalendarAction = defineAction({
  name: "calendar.delete",
  input: deleteCalendarSchema,
  load: ({ tx, actor, input }) => lockCalendar(tx, actor, input.calendarId),
  authorize: async ({ tx, actor, input: { version }, row }) => {
    await refuseStale({ tx, actor, saved: row, version }, "delete", { values: {} });
    return decide(tx, { actor, action: "delete", resource: { type: "calendar", id: row.id } });
  },
  confirms: ({ row }) => ({ type: "calendar", id: row.id, version: row.version }),
  run: async ({ tx, row }) => {
    const { events } = await countGoing(tx, row.id);
    await deleteCalendar(tx, row.id);
    const before = { ...traceOf(row), externalId: row.externalId, events };
    return { data: null, audit: [{ ...recordOf(row.id), before }] };
  },
  revalidate: showAnew,
  redirectTo: () => saying(CALENDARS_PATH, "calendar-deleted"),
});

function saying(path: string, notice: CalendarNotice): string {
  return `${path}?notice=${notice}`;
}

/** The whole wing: partners and dashboards count calendars, and what public pages show of events may be gone. */
function showAnew(): void {
  revalidatePath("/places", "layout");
  updateTag(SITES_CONTENT_TAG);
}

function recordOf(id: string) {
  return { resourceType: "calendar", resourceId: id };
}

function proven(result: Result<CalendarChange>): CalendarChange {
  if ("faults" in result) throw new Refusal("invalid", { fields: result.faults });
  return result.proven;
}
