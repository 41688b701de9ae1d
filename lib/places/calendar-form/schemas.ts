import { z } from "zod/mini";
import type { CalendarPreviewFound } from "@/lib/places/calendar-imports/queries";
import { CALENDAR_FIELDS, type CalendarField, UNSEEN_PLACE, UNSEEN_PLACE_NAME } from "@/lib/places/calendars/constants";
import {
  type CalendarValues,
  calendarEditSchema,
  type NewCalendar,
  NO_ORGANISER,
  NO_VENUE,
  type SentCalendarEdit,
} from "@/lib/places/calendars/schemas";
import { LONGEST_KEY } from "@/lib/places/partners/constants";
import type { FormValues } from "@/lib/platform/action/result";
import { type SearchParams, single } from "@/lib/platform/lists/schemas";

/** Partners that were found on another page, and the one for which a calendar is begun: the keys that an address carries. */
export type FoundKeys = Readonly<{ partner: string | null; place: string | null }>;

const key = z.pipe(
  single,
  z.transform((text) => (text.includes("\u0000") || text.length > LONGEST_KEY || text.trim() === "" ? null : text)),
);

const keysSchema = z.object({ partner: key, place: key });

/** The partners that an address carries; null for those that it does not. */
export function readFoundKeys(searchParams: SearchParams): FoundKeys {
  return keysSchema.parse(searchParams);
}

/** A partner that a save names, as far as its actor sees it. */
export type NamedPartner = Readonly<{ id: string; name: string }>;

/** A calendar as a save finds it. */
export type SavedCalendar = Readonly<{
  id: string;
  externalId: string | null;
  name: string;
  version: number;
  /** ISO in UTC. */
  updatedAt: string;
  /** The partners by UUID; `UNSEEN_PLACE` for a default place that the actor may not see. */
  values: CalendarValues;
  organiser: NamedPartner;
  place: NamedPartner | "unseen" | null;
}>;

/** What a save really changes. */
export type CalendarChange = Readonly<{
  /** Every field as it would be. */
  values: CalendarValues;
  /** Those that differ, in the order of the form. */
  fields: readonly CalendarField[];
  organiser: NamedPartner;
  place: NamedPartner | "unseen" | null;
}>;

/** What was asked for in its proven form, or one sentence for each field that is wrong. */
export type Result<Proven> = Readonly<{ proven: Proven }> | Readonly<{ faults: Readonly<Record<string, string>> }>;

/** The partners that a posted form names, by the key that it names them by, as far as the actor sees them. */
export type PostedPartners = ReadonlyMap<string, NamedPartner>;

/** The difference that an edit makes to the calendar as it is now. */
export function changeOf(saved: SavedCalendar, posted: PostedPartners, sent: SentCalendarEdit): Result<CalendarChange> {
  const parsed = calendarEditSchema(saved.values).safeParse(sent);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ""), message] as const);
    return { faults: Object.fromEntries(faults.toReversed()) };
  }
  const { calendarId: _id, version: _version, ...texts } = parsed.data;
  const wanted: CalendarValues = { ...saved.values, ...definedOf(texts) };
  const organiser = wanted.partner === saved.values.partner ? saved.organiser : posted.get(wanted.partner);
  const place = wanted.place === saved.values.place ? saved.place : placeOf(wanted.place, posted);
  if (organiser === undefined || place === undefined) return { faults: unknown({ organiser, place }) };
  const values = { ...wanted, partner: organiser.id, place: placeValue(place) };
  const fields = CALENDAR_FIELDS.filter((field) => values[field] !== saved.values[field]);
  return { proven: { values, fields, organiser, place } };
}

/** What a new calendar would be. */
export function creationOf(input: NewCalendar, posted: PostedPartners): Result<CalendarChange> {
  const organiser = posted.get(input.partner);
  const place = placeOf(input.place, posted);
  if (organiser === undefined || place === undefined) return { faults: unknown({ organiser, place }) };
  const values = { ...input, partner: organiser.id, place: placeValue(place) };
  return { proven: { values, fields: CALENDAR_FIELDS.filter((field) => values[field] !== ""), organiser, place } };
}

/** The keys by which a form names partners. */
export function keysOf({ partner = "", place = "" }: Readonly<{ partner?: string; place?: string }>): string[] {
  return [partner, place].filter((key) => key !== "" && key !== UNSEEN_PLACE);
}

/** What stands in the field of the default place. */
export function placeValue(place: NamedPartner | "unseen" | null): string {
  return place === "unseen" ? UNSEEN_PLACE : (place?.id ?? "");
}

/** How the ids of these partners read, for whoever compares two people's changes. */
export function wordsOf(...partners: readonly (NamedPartner | "unseen" | null | undefined)[]): Record<string, string> {
  const words = partners.flatMap((partner): [string, string][] => {
    if (partner === "unseen") return [[UNSEEN_PLACE, UNSEEN_PLACE_NAME]];
    return partner == null ? [] : [[partner.id, partner.name]];
  });
  return Object.fromEntries(words);
}

/**
 * A calendar as the audit trail keeps it: what is known of it, the partners by id and name. A place that the actor does not
 * see is not told: the trail of a calendar is read by those who see the calendar.
 */
export function traceOf(
  { values, organiser, place }: Pick<CalendarChange, "values" | "organiser" | "place">,
  fields: readonly CalendarField[] = CALENDAR_FIELDS.filter((field) => values[field] !== ""),
): Readonly<Record<string, unknown>> {
  const told = {
    ...values,
    partner: { id: organiser.id, name: organiser.name },
    place: place === "unseen" ? null : place,
  };
  return Object.fromEntries(fields.map((field) => [field, told[field]]));
}

/** What a form is answered that asks what a save would import. `values`: what was sent, so that nothing typed is lost. */
export type CalendarPreview = Readonly<{ values: FormValues; url: string; found: CalendarPreviewFound }>;

/** Null for none; undefined where the actor sees none of this key. */
function placeOf(key: string, posted: PostedPartners): NamedPartner | null | undefined {
  return key === "" ? null : posted.get(key);
}

function unknown({ organiser, place }: { organiser: unknown; place: unknown }): Readonly<Record<string, string>> {
  return {
    ...(organiser === undefined ? { partner: NO_ORGANISER } : {}),
    ...(place === undefined ? { place: NO_VENUE } : {}),
  };
}

function definedOf(texts: Partial<CalendarValues>): Partial<CalendarValues> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}
