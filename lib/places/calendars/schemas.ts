import * as z from "zod/mini";
import { normaliseSource } from "@/lib/places/calendar-sources/schemas";
import {
  keptOr,
  line,
  noOthers,
  oneChosen,
  optionalKey,
  recordKey,
  unlessBlank,
  version,
} from "@/lib/platform/fields/schemas";
import {
  CALENDAR_FIELDS,
  type CalendarField,
  LONGEST,
  PLACED_STRATEGIES,
  SHORTEST_CALENDAR_NAME,
  STRATEGIES,
  type Strategy,
} from "./constants";

/** The text of every field of a calendar; blank where there is none. */
export type CalendarValues = Readonly<Record<CalendarField, string>>;

/** What is said on the field of the organiser where there is none such to choose. */
export const NO_ORGANISER = "There is no such partner. Choose one of those on offer.";

/** What is said on the field of the default place where there is none such to choose. */
export const NO_VENUE = "There is no such place. Choose one of the partners on offer.";

/** What is said where a strategy means nothing without a default place. Source: domains/places.md section 7. */
const PLACE_NEEDED = "Choose the default place: events cannot be placed this way without it.";

/** The source in the one form that it is kept in, or the sentence that says why it is none. Blank for none at all. */
const source = z.pipe(
  line("the address", LONGEST.sent),
  z.transform((value, context) => {
    if (value === "") return value;
    const read = normaliseSource(value);
    if (typeof read !== "string") return read.url;
    context.issues.push({ code: "custom", input: value, message: read, continue: true });
    return value;
  }),
);

/** One partner, of a box that can be ticked off again. */
function partnerKey(unknown: string) {
  return oneChosen(optionalKey(unknown), "Choose one partner.");
}

/** What each field of a calendar takes, and what it is tidied to. */
const fields: Readonly<Record<CalendarField, z.ZodMiniType<string, string>>> = {
  name: line("the name", LONGEST.name).check(
    z.minLength(SHORTEST_CALENDAR_NAME, `Give a name of at least ${SHORTEST_CALENDAR_NAME} characters.`),
  ),
  url: source,
  partner: optionalKey(NO_ORGANISER).check(z.minLength(1, "Choose the partner that organises these events.")),
  strategy: z
    .string("Choose how events get their place.")
    .check(z.refine((value) => isStrategy(value), "Choose how events get their place.")),
  place: optionalKey(NO_VENUE),
  contactName: line("the name", LONGEST.contactName),
  // Five digits are what the shortest help line has.
  contactPhone: line("the number", LONGEST.phone).check(
    unlessBlank((value) => (value.match(/\d/g) ?? []).length >= 5, "Give a telephone number, such as 0161 496 0000."),
  ),
  contactEmail: line("the address", LONGEST.email).check(
    unlessBlank(
      (value) => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value),
      "Give an e-mail address, such as hello@partner.example.",
    ),
  ),
};

const chosen = { partner: partnerKey(NO_ORGANISER), place: partnerKey(NO_VENUE) };

/** Which calendar, by UUID or external id. */
const calendarId = recordKey("Which calendar is not said.", "There is no such calendar.");

/** Which calendar, and the version that was being edited. */
const recordShape = { calendarId, version };

/** A new calendar: its name, who organises it, and whatever else is known. Unknown fields are refused. */
export const calendarFormSchema = z
  .strictObject(
    {
      name: fields.name,
      url: z._default(fields.url, ""),
      partner: z.pipe(z._default(chosen.partner, ""), fields.partner),
      strategy: fields.strategy,
      place: z._default(chosen.place, ""),
      contactName: z._default(fields.contactName, ""),
      contactPhone: z._default(fields.contactPhone, ""),
      contactEmail: z._default(fields.contactEmail, ""),
    },
    noOthers,
  )
  .check(placeNeeded(() => true));

/** A new calendar as it was typed in, tidied. */
export type NewCalendar = z.infer<typeof calendarFormSchema>;

/**
 * An edit of a calendar that holds `before` now. The bounds of a new one hold for what is changed; a value that was loaded
 * outside of them may stay as it is.
 */
export function calendarEditSchema(before: CalendarValues) {
  const kept = (field: CalendarField) => {
    const bounded = keptOr(fields[field], before[field]);
    return z.optional(field === "partner" || field === "place" ? z.pipe(chosen[field], bounded) : bounded);
  };
  const shape = Object.fromEntries(CALENDAR_FIELDS.map((field) => [field, kept(field)])) as Record<
    CalendarField,
    z.ZodMiniOptional<z.ZodMiniType<string, string>>
  >;
  const differs = (now: Partial<CalendarValues>) =>
    (["strategy", "place"] as const).some((field) => now[field] !== undefined && now[field] !== before[field]);
  return z.strictObject({ ...recordShape, ...shape }, noOthers).check(placeNeeded(differs, before));
}

/** More than any value that was loaded: those may stay. */
const anyText = z.optional(z.string("This is no text.").check(z.maxLength(LONGEST.sent, "This is too long.")));

const anyTexts = { name: anyText, url: anyText, strategy: anyText, contactName: anyText, contactPhone: anyText };

/** What a server action takes before it knows the record: the right fields, none of them endless. */
export const calendarUpdateSchema = z.strictObject(
  {
    ...recordShape,
    ...anyTexts,
    contactEmail: anyText,
    partner: z.optional(chosen.partner),
    place: z.optional(chosen.place),
  },
  noOthers,
);

/** An edit as it was sent. */
export type SentCalendarEdit = z.infer<typeof calendarUpdateSchema>;

/**
 * What is looked at before it is saved: the form as it stands, of a calendar that there is or of a new one. Only what an
 * import would need is judged; the rest may be unfinished.
 */
export const previewCalendarSchema = z
  .strictObject(
    {
      ...anyTexts,
      contactEmail: anyText,
      calendarId: z.optional(calendarId),
      version: z.optional(version),
      url: z.pipe(
        z._default(source, ""),
        z.string().check(z.minLength(1, "Give the address of the calendar to look at it.")),
      ),
      partner: z._default(chosen.partner, ""),
      place: z._default(chosen.place, ""),
      strategy: fields.strategy,
    },
    noOthers,
  )
  .check(placeNeeded(() => true));

/** A form as it was sent to be looked at. */
export type CalendarPreviewInput = z.infer<typeof previewCalendarSchema>;

/** Which calendar to import out of turn. */
export const importCalendarSchema = z.strictObject({ calendarId }, noOthers);

/** Which calendar to delete, in the version that was looked at. */
export const deleteCalendarSchema = z.strictObject(recordShape, noOthers);

/** Whether the text is one of the strategies. */
export function isStrategy(value: string): value is Strategy {
  return STRATEGIES.some((strategy) => strategy === value);
}

/** Whether events can be placed this way at all. */
function lacksPlace({ strategy, place }: Readonly<{ strategy: string; place: string }>): boolean {
  return place === "" && PLACED_STRATEGIES.some((placed) => placed === strategy);
}

/** A default place is there where the strategy needs one, unless a calendar was loaded without and neither is touched. */
function placeNeeded(applies: (now: Partial<CalendarValues>) => boolean, before?: CalendarValues) {
  return z.check<Partial<CalendarValues>>(({ value, issues }) => {
    const { strategy = before?.strategy ?? "", place = before?.place ?? "" } = value;
    if (!applies(value) || !lacksPlace({ strategy, place })) return;
    issues.push({ code: "custom", path: ["place"], message: PLACE_NEEDED, input: value, continue: true });
  });
}
