import * as z from "zod/mini";
import { keptOr, keyList, line, lines, noOthers, recordKey, unlessBlank, version } from "@/lib/platform/fields/schemas";
import { LONGEST, MOST_CHANGES, type SiteTextField } from "../sites/constants";

/** The text of every field of a site; blank where there is none. */
export type SiteValues = Readonly<Record<SiteTextField, string>>;

const SLUG_RULE = "Use small letters, digits and single hyphens, such as hulme-and-moss-side.";
const DOMAIN_RULE = "Give a host name alone, such as hulme.example: no https:// and nothing after it.";

/** A host name in small letters, with at least two labels of letters, digits and inner hyphens, the last one not all digits. */
const HOST_NAME =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

const inSmallLetters = z.overwrite<string>((value) => value.toLowerCase());

const fields: Readonly<Record<SiteTextField, z.ZodMiniType<string, string>>> = {
  name: line("the name", LONGEST.name).check(z.minLength(1, "Give the site a name.")),
  placeName: line("the name of the place", LONGEST.placeName),
  tagline: line("the tagline", LONGEST.tagline),
  heroText: lines("the opening text", LONGEST.heroText),
  description: lines("the description", LONGEST.description),
  slug: line("the public address", LONGEST.slug).check(
    z.minLength(1, "Give the public address of the site."),
    unlessBlank((value) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value), SLUG_RULE),
  ),
  domain: line("the domain", LONGEST.domain).check(
    inSmallLetters,
    unlessBlank((value) => HOST_NAME.test(value), DOMAIN_RULE),
  ),
};

const keys = z._default(keyList(MOST_CHANGES, `Choose at most ${MOST_CHANGES} at once.`), []);
const additions = { addNeighbourhoods: keys, addTags: keys };
const lists = { ...additions, removeNeighbourhoods: keys, removeTags: keys };

/** Which site, by external id or UUID, and the version that was looked at. */
const recordShape = { siteId: recordKey("Which site is not said.", "There is no such site."), version };

const optional = {
  placeName: z._default(fields.placeName, ""),
  tagline: z._default(fields.tagline, ""),
  heroText: z._default(fields.heroText, ""),
  description: z._default(fields.description, ""),
  domain: z._default(fields.domain, ""),
};

/** A new site: its name, its public address, what it says, and where its partners are. Unknown fields are refused. */
export const siteFormSchema = z.strictObject(
  { name: fields.name, slug: fields.slug, ...optional, ...additions },
  noOthers,
);

/** A new site as it was typed in, tidied. */
export type NewSite = z.infer<typeof siteFormSchema>;

/**
 * An edit of a site that holds `before` now. The bounds of a new one hold for what is changed; a value that was loaded
 * outside of them may stay as it is.
 */
export function siteEditSchema(before: Readonly<Partial<SiteValues>>) {
  const kept = (field: SiteTextField) => z.optional(keptOr(fields[field], before[field] ?? ""));
  const texts = {
    name: kept("name"),
    placeName: kept("placeName"),
    tagline: kept("tagline"),
    heroText: kept("heroText"),
    description: kept("description"),
    slug: kept("slug"),
    domain: kept("domain"),
  };
  return z.strictObject({ ...recordShape, ...texts, ...lists }, noOthers);
}

/** More than any value that was loaded: those may stay. */
const anyText = z.optional(z.string("This is no text.").check(z.maxLength(LONGEST.sent, "This is too long.")));

/** What a server action takes before it knows the record: the right fields, none of them endless. */
export const siteUpdateSchema = z.strictObject(
  {
    ...recordShape,
    name: anyText,
    placeName: anyText,
    tagline: anyText,
    heroText: anyText,
    description: anyText,
    slug: anyText,
    domain: anyText,
    ...lists,
  },
  noOthers,
);

/** An edit as it was sent. */
export type SentSiteEdit = z.infer<typeof siteUpdateSchema>;

/** Which site to delete, in the version that was looked at. */
export const deleteSiteSchema = z.strictObject(recordShape, noOthers);
