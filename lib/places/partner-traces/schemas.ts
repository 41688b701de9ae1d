import type { NamedPlace, NamedTag, PartnerChange, SavedPartner } from "@/lib/places/partner-changes/schemas";

/** What the audit trail keeps of an edit: only what changed, places and tags as whole lists by name and code. */
export function traceOfEdit(partner: SavedPartner, change: PartnerChange, removedBeyondArea: readonly NamedPlace[]) {
  const after = {
    values: change.values,
    addressPlace: change.addressPlace,
    serviceAreas: changed(partner.serviceAreas, change.addedPlaces, change.removedPlaces, ({ code }) => code),
    tags: changed<NamedTag>(partner.tags, change.addedTags, change.removedTags, ({ id }) => id),
  };
  const fields = [
    ...change.fields,
    ...(change.address === "kept" ? [] : ["address"]),
    ...(change.addedPlaces.length + change.removedPlaces.length === 0 ? [] : ["serviceAreas"]),
    ...(change.addedTags.length + change.removedTags.length === 0 ? [] : ["tags"]),
  ];
  const only = (record: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(fields.map((field) => [field, record[field] ?? null] as const));
  const beyond = removedBeyondArea.length === 0 ? {} : { removedBeyondArea: removedBeyondArea.map(nameAndCode) };
  return { before: only(traceOf(partner)), after: { ...only(traceOf(after)), ...beyond } };
}

/** A whole partner for the audit trail: every field that holds something. */
export function traceOf({
  values,
  addressPlace,
  serviceAreas,
  tags,
}: Pick<SavedPartner, "values" | "addressPlace" | "serviceAreas"> & { tags: readonly NamedTag[] }): Readonly<
  Record<string, unknown>
> {
  const { line1, line2, city, postcode, addressPlace: _, ...texts } = values;
  const filled = Object.entries(texts).filter(([, text]) => text !== "");
  const address = addressPlace && { line1, line2, city, postcode, place: nameAndCode(addressPlace) };
  return {
    ...Object.fromEntries(filled),
    ...(address === null ? {} : { address }),
    ...(serviceAreas.length === 0 ? {} : { serviceAreas: serviceAreas.map(nameAndCode) }),
    ...(tags.length === 0 ? {} : { tags: tags.map(({ id, name }) => ({ id, name })) }),
  };
}

function nameAndCode({ code, name }: NamedPlace): NamedPlace {
  return { code, name };
}

function changed<Item>(
  list: readonly Item[],
  added: readonly Item[],
  removed: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  const gone = new Set(removed.map(keyOf));
  return [...list.filter((item) => !gone.has(keyOf(item))), ...added];
}
