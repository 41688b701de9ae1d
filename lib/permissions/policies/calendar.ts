import "server-only";
import { always, via } from "../engine/conditions";
import { type Policy, rulesFor } from "../engine/policy";
import { type CalendarFacts, calendar } from "../facts/attributes";
import { covered } from "./partner";

/**
 * The parts of an edit beside `update` itself. Both are judged on the calendar as it would be: with the new organiser,
 * with the new default place. Source: places.md section 3.
 */
export const calendarParts = { organiser: "update.organiser", place: "update.place" } as const;

const seeing = ["view", "view_history", "view_access", "export"];
const everything = [...seeing, "create", "update", calendarParts.organiser, "import", "delete"];

const { allow } = rulesFor<CalendarFacts>("calendar");

/** Who may do what to calendars: everything to those of partners in scope, and nothing through the place alone. Source: places.md section 3. */
export const calendarPolicy: Policy = {
  type: "calendar",
  rules: [
    allow("root", {
      actions: [...everything, calendarParts.place],
      to: "root",
      when: always,
      because: "You look after the whole portal.",
    }),
    allow("neighbourhood-admin", {
      actions: everything,
      to: "neighbourhood_admin",
      when: via(calendar.organiser, covered.byNeighbourhoodAdmin),
      because: "Its organiser is a partner in {area}, which you look after.",
    }),
    allow("neighbourhood-admin.place", {
      actions: [calendarParts.place],
      to: "neighbourhood_admin",
      when: via(calendar.place, covered.byNeighbourhoodAdmin),
      because: "Its place is a partner in {area}, which you look after.",
    }),
    allow("partnership-admin", {
      actions: everything,
      to: "partnership_admin",
      when: via(calendar.organiser, covered.byPartnershipAdmin),
      because: "Its organiser is a partner of {partnerships} in {area}, which you look after.",
    }),
    allow("partnership-admin.place", {
      actions: [calendarParts.place],
      to: "partnership_admin",
      when: via(calendar.place, covered.byPartnershipAdmin),
      because: "Its place is a partner of {partnerships} in {area}, which you look after.",
    }),
    allow("partner-admin", {
      actions: everything,
      to: "partner_admin",
      when: via(calendar.organiser, covered.byPartnerAdmin),
      because: "You administer {partner}, which organises it.",
    }),
    allow("partner-admin.place", {
      actions: [calendarParts.place],
      to: "partner_admin",
      when: via(calendar.place, covered.byPartnerAdmin),
      because: "You administer {partner}, which is its place.",
    }),
  ],
};
