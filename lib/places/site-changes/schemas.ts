import { type SentSiteEdit, type SiteValues, siteEditSchema } from "../site-form/schemas";
import { SITE_TEXT_FIELDS, type SiteListField, type SiteTextField } from "../sites/constants";

/** A neighbourhood that a site has, or that a form names. */
export type SitePlace = Readonly<{ id: string; code: string; name: string }>;

/** A tag that a site has, or that a form names. */
export type SiteTag = Readonly<{ id: string; externalId: string | null; name: string; kind: string }>;

/** A site as a save finds it. */
export type SavedSite = Readonly<{
  id: string;
  externalId: string | null;
  name: string;
  version: number;
  /** ISO in UTC. */
  updatedAt: string;
  published: boolean;
  values: SiteValues;
  places: readonly SitePlace[];
  tags: readonly SiteTag[];
}>;

/** The records that a posted form names, found; and the ids of the sites that hold its slug or domain already. */
export type NamedRecords = Readonly<{
  places: readonly SitePlace[];
  tags: readonly SiteTag[];
  slugHolders: readonly string[];
  domainHolders: readonly string[];
}>;

/** What a save really changes. */
export type SiteChange = Readonly<{
  /** Every text as it would be. */
  values: SiteValues;
  /** Those that differ, in the order of the form. */
  fields: readonly SiteTextField[];
  /** Keys of what comes, as they were sent, without what the site has already; `unknown` are those that name nothing that a site can have. */
  addPlaces: readonly string[];
  addTags: readonly string[];
  unknownPlaces: readonly string[];
  unknownTags: readonly string[];
  /** What comes and goes, found. */
  addedPlaces: readonly SitePlace[];
  removedPlaces: readonly SitePlace[];
  addedTags: readonly SiteTag[];
  removedTags: readonly SiteTag[];
}>;

/** One sentence for each field that is wrong, by the field's name. */
export type SiteFaults = Readonly<Partial<Record<SiteTextField | SiteListField, string>>>;

/** The difference that an edit makes to the site as it is now, and what is wrong with it, whoever asks. */
export function changeOf(
  saved: SavedSite,
  named: NamedRecords,
  sent: SentSiteEdit,
): Readonly<{ change: SiteChange; faults: SiteFaults }> {
  const parsed = siteEditSchema(saved.values).safeParse(sent);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ""), message] as const);
  // Values that are wrong still differ, so that whoever may not change the field at all is told that first.
  const texts = parsed.success ? parsed.data : sent;
  const values = Object.fromEntries(
    SITE_TEXT_FIELDS.map((field) => [field, texts[field] ?? saved.values[field]]),
  ) as SiteValues;
  const fields = SITE_TEXT_FIELDS.filter((field) => values[field] !== saved.values[field]);
  const change: SiteChange = { values, fields, ...listChange(saved, named, sent) };
  return { change, faults: { ...Object.fromEntries(faults.toReversed()), ...recordFaults(saved, named, change) } };
}

/** What a new site would have, and what is wrong with it. */
export function creationOf(
  values: SiteValues,
  named: NamedRecords,
  sent: Pick<SentSiteEdit, "addNeighbourhoods" | "addTags">,
): Readonly<{ change: SiteChange; faults: SiteFaults }> {
  const fields = SITE_TEXT_FIELDS.filter((field) => values[field] !== "");
  const nothing = { id: "", places: [], tags: [] };
  const asked = { ...sent, removeNeighbourhoods: [], removeTags: [] };
  const change: SiteChange = { values, fields, ...listChange(nothing, named, asked) };
  return { change, faults: recordFaults(nothing, named, change) };
}

type ListChange = Omit<SiteChange, "values" | "fields">;
type SentLists = Pick<SentSiteEdit, SiteListField>;

function listChange(has: Pick<SavedSite, "places" | "tags">, named: NamedRecords, sent: SentLists): ListChange {
  const partnerships = named.tags.filter(({ kind }) => kind === "partnership");
  const addPlaces = sent.addNeighbourhoods.filter((key) => !has.places.some((place) => isPlace(place, key)));
  const addTags = sent.addTags.filter((key) => !has.tags.some((tag) => isTag(tag, key)));
  return {
    addPlaces,
    addTags,
    unknownPlaces: addPlaces.filter((key) => !named.places.some((place) => isPlace(place, key))),
    unknownTags: addTags.filter((key) => !partnerships.some((tag) => isTag(tag, key))),
    addedPlaces: named.places.filter((place) => addPlaces.some((key) => isPlace(place, key))),
    addedTags: partnerships.filter((tag) => addTags.some((key) => isTag(tag, key))),
    // Added and taken away in one save: it stays.
    removedPlaces: has.places.filter(
      (place) =>
        sent.removeNeighbourhoods.some((key) => isPlace(place, key)) &&
        !sent.addNeighbourhoods.some((key) => isPlace(place, key)),
    ),
    removedTags: has.tags.filter(
      (tag) => sent.removeTags.some((key) => isTag(tag, key)) && !sent.addTags.some((key) => isTag(tag, key)),
    ),
  };
}

function recordFaults({ id }: Pick<SavedSite, "id">, named: NamedRecords, change: SiteChange): SiteFaults {
  const { fields, unknownPlaces, unknownTags } = change;
  const taken = (holders: readonly string[]) => holders.some((holder) => holder !== id);
  return {
    ...(fields.includes("slug") && taken(named.slugHolders) ? { slug: "Another site has this address already." } : {}),
    ...(fields.includes("domain") && taken(named.domainHolders)
      ? { domain: "Another site has this domain already." }
      : {}),
    ...(unknownPlaces.length === 0
      ? {}
      : { addNeighbourhoods: "One of these neighbourhoods is not there any more. Choose again." }),
    ...(unknownTags.length === 0
      ? {}
      : { addTags: "One of these is no partnership, or is not there any more. Choose again." }),
  };
}

function isPlace({ id, code }: SitePlace, key: string): boolean {
  return code === key || id === key.toLowerCase();
}

function isTag({ id, externalId }: SiteTag, key: string): boolean {
  return externalId === key || id === key.toLowerCase();
}

/** Whether a save changes anything at all. */
export function isChange({ fields, addPlaces, addTags, removedPlaces, removedTags }: SiteChange): boolean {
  return fields.length + addPlaces.length + addTags.length + removedPlaces.length + removedTags.length > 0;
}

/** A site as the audit trail keeps it before and after a save: only what differs, places and tags by key and name. */
export function traceOfChange(
  saved: Pick<SavedSite, "values" | "places" | "tags">,
  change: SiteChange,
): Readonly<Record<"before" | "after", Readonly<Record<string, unknown>>>> {
  const { fields, values, addedPlaces, removedPlaces, addedTags, removedTags } = change;
  const places = saved.places.filter((place) => !removedPlaces.includes(place));
  const tags = saved.tags.filter((tag) => !removedTags.includes(tag));
  const placesDiffer = addedPlaces.length + removedPlaces.length > 0;
  const tagsDiffer = addedTags.length + removedTags.length > 0;
  const of = (texts: SiteValues, hasPlaces: readonly SitePlace[], hasTags: readonly SiteTag[]) => ({
    ...Object.fromEntries(fields.map((field) => [field, texts[field]])),
    ...(placesDiffer ? { neighbourhoods: namesOfPlaces(hasPlaces) } : {}),
    ...(tagsDiffer ? { partnerships: namesOfTags(hasTags) } : {}),
  });
  return {
    before: of(saved.values, saved.places, saved.tags),
    after: of(values, [...places, ...addedPlaces], [...tags, ...addedTags]),
  };
}

/** A whole site as the trail keeps it where it is made or deleted. */
export function traceOf(
  values: SiteValues,
  places: readonly SitePlace[],
  tags: readonly SiteTag[],
): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(
      SITE_TEXT_FIELDS.filter((field) => values[field] !== "").map((field) => [field, values[field]]),
    ),
    ...(places.length === 0 ? {} : { neighbourhoods: namesOfPlaces(places) }),
    ...(tags.length === 0 ? {} : { partnerships: namesOfTags(tags) }),
  };
}

function namesOfPlaces(places: readonly SitePlace[]) {
  return places.map(({ code, name }) => ({ code, name }));
}

function namesOfTags(tags: readonly SiteTag[]) {
  return tags.map(({ id, name }) => ({ id, name }));
}
