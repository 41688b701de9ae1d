"use server";
import { revalidatePath, updateTag } from "next/cache";
import { defineAction } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import { hideEvent, unhideEvent } from "@/lib/places/event-hidings/mutations";
import { SITES_CONTENT_TAG } from "@/lib/places/site-pages/constants";
import { Refusal } from "@/lib/platform/errors";
import { EVENTS_PATH, type EventNotice, eventPath } from "./constants";
import { lockEvent } from "./queries";
import { hideEventSchema, unhideEventSchema } from "./schemas";

/** Takes an event off the public pages, with a reason that its organiser's admins read. Source: domains/places.md section 3. */
export const hideEventAction = defineAction({
  name: "event.hide",
  input: hideEventSchema,
  load: ({ tx, actor, input }) => lockEvent(tx, actor, input.eventId),
  authorize: ({ tx, actor, input: { reason }, row }) =>
    decide(tx, { actor, action: "hide", resource: { type: "event", id: row.id }, properties: { reason } }),
  confirms: ({ row }) => ({ type: "event", id: row.id, version: null }),
  run: async ({ tx, actor, input: { reason }, row }) => {
    const hidden = await hideEvent(tx, { eventId: row.id, reason, hiddenBy: actor.userId });
    if (!hidden) throw new Refusal("conflict", { message: "This event is hidden already." });
    const trace = { before: { hidden: false }, after: { hidden: true }, reason };
    return { data: { path: eventPath(row) }, audit: [{ resourceType: "event", resourceId: row.id, ...trace }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "event-hidden"),
});

/** Puts a hidden event back on the public pages. */
export const unhideEventAction = defineAction({
  name: "event.unhide",
  input: unhideEventSchema,
  load: ({ tx, actor, input }) => lockEvent(tx, actor, input.eventId),
  authorize: ({ tx, actor, row }) => decide(tx, { actor, action: "unhide", resource: { type: "event", id: row.id } }),
  confirms: ({ row }) => ({ type: "event", id: row.id, version: null }),
  run: async ({ tx, actor, row }) => {
    const ended = await unhideEvent(tx, { eventId: row.id, unhiddenBy: actor.userId });
    if (ended === null) throw new Refusal("conflict", { message: "This event is shown already." });
    const trace = { before: { hidden: true, hiddenBecause: ended.reason }, after: { hidden: false } };
    return { data: { path: eventPath(row) }, audit: [{ resourceType: "event", resourceId: row.id, ...trace }] };
  },
  revalidate: showAnew,
  redirectTo: ({ data }) => saying(data.path, "event-shown"),
});

function saying(path: string, notice: EventNotice): string {
  return `${path}?notice=${notice}`;
}

function showAnew(): void {
  revalidatePath(EVENTS_PATH, "layout");
  updateTag(SITES_CONTENT_TAG);
}
