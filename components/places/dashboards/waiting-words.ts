import type { DashboardLineKey } from "@/lib/places/dashboards/constants";

/** What may wait for somebody: of the lines that count partners those that ask for something, and what else does. */
export type WaitingKey =
  | Exclude<DashboardLineKey, "partners" | "changed">
  | "undelivered"
  | "incomplete"
  | "failed-jobs"
  | "empty-areas";

/** How a line is said: what there is one of, what there are several of, why that matters, and how it is said that there is none. */
export type WaitingWords = { one: string; many: string; why: string; none: string };

/** The words of each line. The counts stand before the first two. */
export const waitingWords: Readonly<Record<WaitingKey, WaitingWords>> = {
  "without-place": {
    one: "partner in no place",
    many: "partners in no place",
    why: "A fault of the data: they are in nobody’s area.",
    none: "every partner is in a place",
  },
  "without-admin": {
    one: "partner without an admin",
    many: "partners without an admin",
    why: "Nobody of their own keeps the details up to date.",
    none: "every partner has an admin",
  },
  "without-hours": {
    one: "partner without opening hours",
    many: "partners without opening hours",
    why: "People cannot tell when they may come.",
    none: "every partner has opening hours",
  },
  hidden: {
    one: "partner hidden",
    many: "partners hidden",
    why: "Not on the public pages until shown again.",
    none: "no partner is hidden",
  },
  candidates: {
    one: "partner could join",
    many: "partners could join",
    why: "In the area and yours to edit, but not in the partnership.",
    none: "nobody else in the area is yours to bring in",
  },
  undelivered: {
    one: "mail not delivered",
    many: "mails not delivered",
    why: "Somebody waits for what did not arrive.",
    none: "every mail was delivered",
  },
  incomplete: {
    one: "person with an incomplete role",
    many: "people with an incomplete role",
    why: "A part of it is missing, so it opens nothing.",
    none: "every role is complete",
  },
  "failed-jobs": {
    one: "job given up",
    many: "jobs given up",
    why: "Failed at every try; nothing tries again.",
    none: "no job has failed for good",
  },
  "empty-areas": {
    one: "area without a partner",
    many: "areas without a partner",
    why: "Nobody has an address there or serves it.",
    none: "every area has a partner",
  },
};
