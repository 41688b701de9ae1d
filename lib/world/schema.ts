import "server-only";
import { z } from "zod";
import { NEIGHBOURHOOD_UNITS } from "@/lib/places/neighbourhood-tree/constants";
import { LATER_LISTS } from "./later";
import { contact, email, externalId, name, optionalShort, optionalText, storable, text } from "./schema-parts";
import { calendarEntry, postcodeEntry, siteEntry } from "./schema-places";

/** The name of the format, which a file may state and an export always does. */
export const WORLD_FORMAT = "remit-world/1";

const day = z.iso
  .date("must be a real day, such as 2026-03-31")
  .refine((value) => !value.startsWith("0000"), "must be a real day, such as 2026-03-31");

const userEntry = z.strictObject({
  email,
  name,
  phone: optionalText,
  deactivated: z.boolean().optional(),
  verified: z.boolean().optional(),
});

const neighbourhoodEntry = z.strictObject({
  code: externalId,
  name,
  unit: z.enum(NEIGHBOURHOOD_UNITS),
  parent: externalId.nullish(),
});

const tagEntry = z.strictObject({
  id: externalId,
  kind: z.enum(["category", "facility", "partnership"]),
  name,
  description: optionalText,
});

const address = z.strictObject({
  line1: text,
  line2: optionalText,
  city: optionalText,
  postcode: text,
  neighbourhood: externalId,
});

/** The days as the file names them, Monday first; stored as 1 to 7. */
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const opens = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "must be a time of day, such as 09:00");
const closes = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a time of day, such as 17:00");
const openingHours = z
  .strictObject({ day: z.enum(WEEKDAYS), opens, closes })
  .refine((spell) => spell.opens < spell.closes, { error: "must close later than it opens", path: ["closes"] });

const partnerEntry = z.strictObject({
  id: externalId,
  name,
  summary: optionalText,
  description: optionalText,
  accessibility: optionalText,
  website: optionalText,
  socials: z.record(text, storable).nullish(),
  publicContact: contact.nullish(),
  internalContact: contact.nullish(),
  address: address.nullish(),
  serviceAreas: z.array(externalId).optional(),
  tags: z.array(externalId).optional(),
  slug: optionalShort,
  openingHours: z.array(openingHours).optional(),
  hidden: z.strictObject({ reason: text }).nullish(),
});

const grant = { user: email, endsOn: day.nullish() };

const roleEntry = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("root"), ...grant }),
  z.strictObject({ role: z.literal("support"), ...grant }),
  z.strictObject({
    role: z.literal("neighbourhood_admin"),
    ...grant,
    neighbourhoods: z.array(externalId).min(1, "must name at least one neighbourhood"),
  }),
  z.strictObject({
    role: z.literal("partnership_admin"),
    ...grant,
    neighbourhoods: z.array(externalId),
    partnerships: z.array(externalId),
  }),
  z.strictObject({ role: z.literal("partner_admin"), ...grant, partner: externalId }),
  z.strictObject({ role: z.literal("site_admin"), ...grant, site: externalId }),
]);

function laterList(name: string) {
  return z
    .array(z.unknown())
    .max(0, `this portal does not hold ${spoken(name)} yet`)
    .optional();
}

/** `joinRequests` as people say it: "join requests". */
function spoken(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

type LaterLists = Record<(typeof LATER_LISTS)[number], ReturnType<typeof laterList>>;

/**
 * The world file `remit-world/1`. Unknown keys are an error; every list is optional; null means the same as leaving an
 * optional field out. At the top level a file may name its `format` and, for editors, a `$schema`; `omitted` is what an
 * export says it has left out, and loading ignores it. Lists of later issues are accepted while they are empty.
 * Names, slugs and e-mail addresses have at most 500 characters and ids and codes at most 128, because they are indexed.
 * What only forms limit (a summary's 200 characters, three categories, a default place for the strategies that need one)
 * is not checked here.
 * Source: design/WORLD_FORMAT.md, which this equals for the lists that the portal holds.
 */
export const worldFile = z.strictObject({
  format: z.literal(WORLD_FORMAT).optional(),
  $schema: z.string().optional(),
  validate: z.literal("structure").optional(),
  omitted: z.array(z.string()).optional(),
  users: z.array(userEntry).optional(),
  neighbourhoods: z.array(neighbourhoodEntry).optional(),
  tags: z.array(tagEntry).optional(),
  partners: z.array(partnerEntry).optional(),
  calendars: z.array(calendarEntry).optional(),
  postcodes: z.array(postcodeEntry).optional(),
  sites: z.array(siteEntry).optional(),
  roles: z.array(roleEntry).optional(),
  ...(Object.fromEntries(LATER_LISTS.map((name) => [name, laterList(name)])) as LaterLists),
});

/** A world file that has the right shape. Its references and keys are not proven by the type. */
export type WorldFile = z.infer<typeof worldFile>;

/** One entry of each list that the portal holds. */
export type ListEntries = {
  users: UserEntry;
  neighbourhoods: NeighbourhoodEntry;
  tags: TagEntry;
  partners: PartnerEntry;
  calendars: CalendarEntry;
  postcodes: PostcodeEntry;
  sites: SiteEntry;
  roles: RoleEntry;
};

/** A person, named by e-mail address. */
export type UserEntry = z.infer<typeof userEntry>;
/** A place, named by its code. */
export type NeighbourhoodEntry = z.infer<typeof neighbourhoodEntry>;
/** A category, facility or partnership. */
export type TagEntry = z.infer<typeof tagEntry>;
/** An organisation with its places, tags, opening hours and hiding. */
export type PartnerEntry = z.infer<typeof partnerEntry>;
/** Where events come from. */
export type CalendarEntry = z.infer<typeof calendarEntry>;
/** What a postcode lies in. */
export type PostcodeEntry = z.infer<typeof postcodeEntry>;
/** Public pages for an area. */
export type SiteEntry = z.infer<typeof siteEntry>;
/** One grant. */
export type RoleEntry = z.infer<typeof roleEntry>;

/** The name of a list that this portal holds. */
export type HeldList = keyof ListEntries;

/** Those lists, in the order in which they are written. */
export const HELD_LISTS = [
  "users",
  "neighbourhoods",
  "tags",
  "partners",
  "calendars",
  "postcodes",
  "sites",
  "roles",
] as const satisfies readonly HeldList[];
