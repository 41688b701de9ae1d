import {
  ADDRESS_FIELDS,
  PARTNER_TEXT_FIELDS,
  type PartnerListField,
  type PartnerTextField,
} from "@/lib/places/partners/constants";
import { type NewPartner, partnerEditSchema, type SentPartnerEdit } from "@/lib/places/partners/schemas";

/** The text of every field of a partner; blank where there is none. */
export type PartnerValues = Readonly<Record<PartnerTextField, string>>;

/** A partner of which nothing is known. */
export const noValues = Object.fromEntries(PARTNER_TEXT_FIELDS.map((field) => [field, ""])) as PartnerValues;

/** A place by the code that forms post. Of a place that does not exist the name is what was posted. */
export type NamedPlace = Readonly<{ code: string; name: string }>;

/** A tag by its UUID. */
export type NamedTag = Readonly<{ id: string; name: string }>;

/** A partner as a save finds it: locked, and with everything that it holds. */
export type SavedPartner = Readonly<{
  id: string;
  externalId: string | null;
  name: string;
  version: number;
  /** ISO in UTC. */
  updatedAt: string;
  values: PartnerValues;
  addressPlace: NamedPlace | null;
  serviceAreas: readonly NamedPlace[];
  /** Every tag, also those that the actor may not read. */
  tags: readonly (NamedTag & { kind: "category" | "facility" | "partnership" })[];
  /** Off the public pages. */
  hidden: boolean;
}>;

/** What a form's keys stand for: places by key, tags by key as far as the actor may read them. */
export type PostedRecords = Readonly<{
  places: ReadonlyMap<string, NamedPlace>;
  tags: ReadonlyMap<string, NamedTag>;
}>;

/** What a save really changes: what differs, what comes and what goes. */
export type PartnerChange = Readonly<{
  /** Every text field as it would be. */
  values: PartnerValues;
  /** The fields that differ, without those of the address. */
  fields: readonly PartnerTextField[];
  /** `corrected` stays in the same neighbourhood. */
  address: "kept" | "corrected" | "moved" | "cleared";
  /** The address's neighbourhood as it would be. */
  addressPlace: NamedPlace | null;
  addedPlaces: readonly NamedPlace[];
  removedPlaces: readonly NamedPlace[];
  addedTags: readonly NamedTag[];
  removedTags: readonly NamedTag[];
  /** The fields that name a tag which does not exist or is not the actor's to read: the two are one. */
  unreadTags: readonly PartnerListField[];
}>;

/** A partner as it is proposed: its places and tags, and whether it brings a public address of its own. */
export type ProposedPartner = Readonly<{
  addressPlace: NamedPlace | null;
  serviceAreas: readonly NamedPlace[];
  tags: readonly NamedTag[];
  /** Whether a tag was named that does not exist or is not the actor's to read. */
  unreadTag: boolean;
  slug: boolean;
}>;

/** What a new partner would be, by what its form's keys stand for. */
export function proposedBy(sent: NewPartner, { places, tags }: PostedRecords): ProposedPartner {
  const named = (code: string) => places.get(code) ?? { code, name: code };
  const readable = sent.addTags.flatMap((key) => tags.get(key) ?? []);
  return {
    addressPlace: filled(sent.addressPlace).map(named)[0] ?? null,
    serviceAreas: distinct(sent.addNeighbourhoods.map(named), ({ code }) => code),
    tags: distinct(readable, ({ id }) => id),
    unreadTag: sent.addTags.some((key) => !tags.has(key)),
    slug: filled(sent.slug).length > 0,
  };
}

/** The keys of places and tags that a form names. */
export function keysOf(sent: NewPartner | SentPartnerEdit): Readonly<{ places: string[]; tags: string[] }> {
  const removed = "removeTags" in sent ? sent : { removeNeighbourhoods: [], removeTags: [] };
  return {
    places: [...sent.addNeighbourhoods, ...removed.removeNeighbourhoods, ...filled(sent.addressPlace)],
    tags: [...sent.addTags, ...removed.removeTags],
  };
}

function filled(text: string | undefined): string[] {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? [] : [trimmed];
}

/**
 * The difference that an edit makes to the partner as it is now, or one sentence for each field that is wrong. What is
 * there already, or never was, is no change; a place or tag both added and taken away stays.
 * Source: domains/places.md section 4.
 */
export function changeOf(
  partner: SavedPartner,
  posted: PostedRecords,
  sent: SentPartnerEdit,
): Readonly<{ change: PartnerChange }> | Readonly<{ faults: Readonly<Record<string, string>> }> {
  const parsed = partnerEditSchema(partner.values).safeParse({ ...partner.values, ...sent });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ""), message] as const);
    return { faults: Object.fromEntries(faults.toReversed()) };
  }
  const { data } = parsed;
  const values = valuesAfter(partner.values, data, data.clearAddress !== undefined);
  const differs = (field: PartnerTextField) => values[field] !== partner.values[field];
  const { addressPlace: code } = values;
  const place = posted.places.get(code) ?? { code, name: code };
  return {
    change: {
      values,
      fields: PARTNER_TEXT_FIELDS.filter((field) => !isOfAddress(field) && differs(field)),
      address: !ADDRESS_FIELDS.some(differs)
        ? "kept"
        : code === ""
          ? "cleared"
          : place.code === partner.addressPlace?.code
            ? "corrected"
            : "moved",
      addressPlace: code === "" ? null : place.code === partner.addressPlace?.code ? partner.addressPlace : place,
      ...placesOf(partner, posted, sent),
      ...tagsOf(partner, posted, sent),
    },
  };
}

function valuesAfter(
  before: PartnerValues,
  after: Partial<Record<PartnerTextField, string>>,
  cleared: boolean,
): PartnerValues {
  const entries = PARTNER_TEXT_FIELDS.map((field) => {
    const value = cleared && isOfAddress(field) ? "" : (after[field] ?? before[field]);
    return [field, value] as const;
  });
  return Object.fromEntries(entries) as Record<PartnerTextField, string>;
}

function isOfAddress(field: PartnerTextField): boolean {
  return ADDRESS_FIELDS.some((name) => name === field);
}

function placesOf(partner: SavedPartner, { places }: PostedRecords, sent: SentPartnerEdit) {
  const named = (keys: readonly string[]) =>
    distinct(
      keys.map((key) => places.get(key) ?? { code: key, name: key }),
      ({ code }) => code,
    );
  const added = named(sent.addNeighbourhoods);
  const has = (list: readonly NamedPlace[], { code }: NamedPlace) => list.some((place) => place.code === code);
  return {
    addedPlaces: added.filter((place) => !has(partner.serviceAreas, place)),
    removedPlaces: named(sent.removeNeighbourhoods).filter(
      (place) => has(partner.serviceAreas, place) && !has(added, place),
    ),
  };
}

function tagsOf(partner: SavedPartner, { tags }: PostedRecords, sent: SentPartnerEdit) {
  const named = (keys: readonly string[]) =>
    distinct(
      keys.flatMap((key) => tags.get(key) ?? []),
      ({ id }) => id,
    );
  const added = named(sent.addTags);
  const has = (list: readonly NamedTag[], { id }: NamedTag) => list.some((tag) => tag.id === id);
  const listsOfTags = ["addTags", "removeTags"] as const;
  return {
    addedTags: added.filter((tag) => !has(partner.tags, tag)),
    removedTags: named(sent.removeTags).filter((tag) => has(partner.tags, tag) && !has(added, tag)),
    unreadTags: listsOfTags.filter((field) => sent[field].some((key) => !tags.has(key))),
  };
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item] as const)).values()];
}

/** The places that a save takes the partner out of altogether: neither its address nor a service area is left there. */
export function placesLeft(partner: SavedPartner, change: PartnerChange): NamedPlace[] {
  const removed = change.removedPlaces.map(({ code }) => code);
  const areas = [...partner.serviceAreas.filter(({ code }) => !removed.includes(code)), ...change.addedPlaces];
  const after = [...areas, ...(change.addressPlace === null ? [] : [change.addressPlace])].map(({ code }) => code);
  const before = [...partner.serviceAreas, ...(partner.addressPlace === null ? [] : [partner.addressPlace])];
  return distinct(before, ({ code }) => code).filter(({ code }) => !after.includes(code));
}
