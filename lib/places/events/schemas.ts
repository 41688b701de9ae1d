import * as z from "zod/mini";
import { lines, noOthers, recordKey } from "@/lib/platform/fields/schemas";
import { EVENT_NOTICES, type EventNotice, LONGEST_HIDING_REASON } from "./constants";

/** Which event, by UUID. */
const eventId = recordKey("Which event is not said.", "There is no such event.");

/** Why an event is taken off the public pages. Source: domains/places.md section 3. */
export const hideEventSchema = z.strictObject(
  {
    eventId,
    reason: lines("the reason", LONGEST_HIDING_REASON).check(
      z.minLength(1, "Say why: the admins of its organiser read this."),
    ),
  },
  noOthers,
);

/** Which event to show again. */
export const unhideEventSchema = z.strictObject({ eventId }, noOthers);

/**
 * The notice behind a parameter of an event's address; null for anything else, and where the event as it is now says
 * otherwise: one that is shown was not just hidden.
 * @param code the parameter as it came.
 */
export function readEventNotice(code: unknown, hidden: boolean): EventNotice | null {
  const notice = EVENT_NOTICES.find((known) => known === code);
  return notice === undefined || (notice === "event-hidden") !== hidden ? null : notice;
}
