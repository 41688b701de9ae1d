import "server-only";
import { z } from "zod";
import { NEIGHBOURHOOD_UNITS } from "@/lib/places/neighbourhood-tree/constants";
import { LONGEST_KEY, LONGEST_PARTNER_NAME } from "@/lib/places/partners/constants";
import { LATER_LISTS } from "./later";

/** The name of the format, which a file may state and an export always does. */
export const WORLD_FORMAT = "remit-world/1";

/** What PostgreSQL cannot store in a text: the null character and halves of surrogate pairs. */
export const UNSTORABLE = /[\p{Surrogate}\0]/u;

const storable = z.string().refine((value) => !UNSTORABLE.test(value), "holds a character that cannot be stored");
const text = storable.refine((value) => value.trim() !== "", "must not be blank");
/** Null and blank text mean the same as leaving an optional field out. */
const optionalText = storable.nullish();

/** The longest name, slug and e-mail address, in UTF-16 units: what an index row holds whatever the letters. */
const LONGEST = LONGEST_PARTNER_NAME;

function short(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.length <= LONGEST;
}

const tooLong = `must not be longer than ${LONGEST} characters`;
const name = text.refine(short, tooLong);

const externalId = text
  .refine((value) => value.length <= LONGEST_KEY, `must not be longer than ${LONGEST_KEY} characters`)
  .refine((value) => !value.includes("~"), "must not hold a tilde (~)")
  .refine((value) => value !== "new", 'must not be "new"');

const email = storable
  .refine((value) => /^[^\s@]+@[^\s@]+$/.test(value.trim()), "must be an e-mail address")
  .refine(short, tooLong);

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

const contact = z.strictObject({ name: optionalText, phone: optionalText, email: optionalText });

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
  slug: optionalText.refine(short, tooLong),
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
 * Lengths and numbers that only forms limit (a summary's 200 characters, three categories) are not checked here.
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
  roles: z.array(roleEntry).optional(),
  ...(Object.fromEntries(LATER_LISTS.map((name) => [name, laterList(name)])) as LaterLists),
});

/** A world file that has the right shape. Its references and keys are not proven by the type. */
export type WorldFile = z.infer<typeof worldFile>;

/** One entry of each list. */
export type UserEntry = z.infer<typeof userEntry>;
/** A place, named by its code. */
export type NeighbourhoodEntry = z.infer<typeof neighbourhoodEntry>;
/** A category, facility or partnership. */
export type TagEntry = z.infer<typeof tagEntry>;
/** An organisation with its places, tags, opening hours and hiding. */
export type PartnerEntry = z.infer<typeof partnerEntry>;
/** One grant. */
export type RoleEntry = z.infer<typeof roleEntry>;

/** The lists that this portal holds. */
export const HELD_LISTS = ["users", "neighbourhoods", "tags", "partners", "roles"] as const;

/** The name of one of them. */
export type HeldList = (typeof HELD_LISTS)[number];
