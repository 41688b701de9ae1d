import { Toast } from "@/components/patterns/toast";
import { CALENDAR_NOTICES, type CalendarNotice as NoticeCode } from "@/lib/places/calendars/constants";

/** What each notice says. Only its code stands in the address, so that nobody can put words into the portal's mouth. */
const sentences: Readonly<Record<NoticeCode, string>> = {
  "calendar-created": "Calendar created.",
  "calendar-saved": "Changes saved.",
  "calendar-queued": "Queued. It is imported in a moment.",
  "calendar-deleted": "Calendar deleted, and its events with it.",
};

/**
 * What has just been done, as a toast.
 * @param code the parameter `notice` as it came; anything but one of the codes says nothing.
 * @param on the page it is said on: a deletion leads to the list, everything else to the calendar itself.
 */
export function CalendarNotice({ code, on }: { code: unknown; on: "list" | "record" }) {
  const notice = CALENDAR_NOTICES.find((known) => known === code);
  if (notice === undefined || (notice === "calendar-deleted") !== (on === "list")) return null;
  return <Toast key={notice} tone="success" message={sentences[notice]} />;
}
