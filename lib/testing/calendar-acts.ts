import "server-only";
import { updateCalendarAction } from "@/lib/places/calendars/actions";
import type { WorldFile } from "@/lib/world/schema";
import { calendarNow } from "./calendar-rows";
import { editingWorld } from "./editing-world";
import { type Acted, act, type Fields } from "./partner-acts";

/** The editing world with calendars in every relation to its people, and one person more, who looks after a site. */
export const calendarWorld: WorldFile = {
  ...editingWorld,
  users: [...(editingWorld.users ?? []), { email: "site@people.example", name: "Person site" }],
  sites: [{ id: "hulme-site", name: "Hulme", slug: "hulme", neighbourhoods: ["hulme"] }],
  roles: [...(editingWorld.roles ?? []), { user: "site@people.example", role: "site_admin", site: "hulme-site" }],
  calendars: [
    { id: "diary", partner: "garden", name: "Garden diary", url: "https://juniper.example/diary.ics", place: "garden" },
    // Its place is a partner that only root and the admins of Ordsall see.
    { id: "visits", partner: "garden", name: "Visits", url: "https://juniper.example/visits.ics", place: "quay" },
    { id: "cooking", partner: "kitchen", name: "Cooking", url: "https://kitchen.example/c.ics", place: "kitchen" },
    { id: "boats", partner: "quay", name: "Boats", url: "https://quay.example/boats.ics", place: "quay" },
    { id: "plain", partner: "garden", name: "By hand", strategy: "no_location" },
  ],
};

/** Posts an edit of a calendar in the version that is there now, or in an older one. */
export async function editCalendar(who: string, key: string, fields: Fields, version?: number): Promise<Acted> {
  const current = version ?? (await calendarNow(key))?.version ?? 1;
  return act(who, updateCalendarAction, { calendarId: key, version: current, ...fields });
}
