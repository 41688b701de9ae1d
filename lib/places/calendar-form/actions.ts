"use server";
import { defineAction } from "@/lib/permissions/action";
import { newId } from "@/lib/permissions/catalogue";
import { decideCreation, decideEdit, refuseStale } from "@/lib/places/calendar-decisions/queries";
import { previewCalendar } from "@/lib/places/calendar-imports/queries";
import { PREVIEW_LIMIT, UNSEEN_PLACE_NAME } from "@/lib/places/calendars/constants";
import { type CalendarPreviewInput, isStrategy, previewCalendarSchema } from "@/lib/places/calendars/schemas";
import { type ActionInput, toInput, typedValues } from "@/lib/platform/action/form";
import type { ActionResult } from "@/lib/platform/action/result";
import { Refusal } from "@/lib/platform/errors";
import { readPosted, readSaved } from "./queries";
import {
  type CalendarChange,
  type CalendarPreview,
  changeOf,
  creationOf,
  keysOf,
  type PostedPartners,
  type Result,
  type SavedCalendar,
  wordsOf,
} from "./schemas";

/**
 * What a save of this form would import, judged as that save would be; nothing is written. The source is fetched after
 * the transaction that judges, so that no connection waits for somebody else's server.
 */
export async function previewCalendarAction(
  previous: ActionResult<unknown> | null,
  sent: FormData | ActionInput,
): Promise<ActionResult<CalendarPreview>> {
  const asked = await askPreview(previous, sent);
  if (!asked.ok) return asked;
  const { actor, source } = asked.data;
  const found = await previewCalendar(actor, source);
  return { ok: true, data: { values: typedValues(toInput(sent)), url: source.url, found } };
}

const askPreview = defineAction({
  name: "calendar.preview",
  input: previewCalendarSchema,
  limit: PREVIEW_LIMIT,
  load: async ({ tx, actor, input }) => {
    const saved = input.calendarId === undefined ? undefined : await readSaved(tx, actor, input.calendarId);
    return saved === null ? null : { saved, posted: await readPosted(tx, actor, keysOf(input)) };
  },
  authorize: async ({ tx, actor, input, row: { saved, posted } }) => {
    const result = proposedBy(input, saved, posted);
    if (saved === undefined) return decideCreation(tx, actor, result);
    const words = wordsOf(saved.organiser, saved.place, ...posted.values());
    const version = input.version ?? saved.version;
    await refuseStale({ tx, actor, saved, version }, "update", { values: saved.values, words });
    return decideEdit(tx, actor, saved, result);
  },
  confirms: () => ({ type: "calendar", id: newId, version: null }),
  run: async ({ actor, input, row: { saved, posted } }) => {
    const result = proposedBy(input, saved, posted);
    if ("faults" in result) throw new Refusal("invalid", { fields: result.faults });
    const { values, place } = result.proven;
    const { url, strategy } = values;
    if (!isStrategy(strategy)) throw new Error(`There is no strategy ${strategy}.`);
    const seen = place === "unseen" ? { id: "", name: UNSEEN_PLACE_NAME } : place;
    return { data: { actor, source: { url, strategy, place: seen } }, audit: [] };
  },
  revalidate: () => undefined,
});

/** Of the form only what an import would need; the rest may be unfinished. */
function proposedBy(
  { url, partner, place, strategy }: CalendarPreviewInput,
  saved: SavedCalendar | undefined,
  posted: PostedPartners,
): Result<CalendarChange> {
  const asked = { url, partner, place, strategy };
  if (saved !== undefined) return changeOf(saved, posted, { ...asked, calendarId: saved.id, version: saved.version });
  return creationOf({ ...asked, name: "", contactName: "", contactPhone: "", contactEmail: "" }, posted);
}
