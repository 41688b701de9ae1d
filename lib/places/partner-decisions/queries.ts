import "server-only";
import type { Transaction } from "@/db/client";
import type { ActionDecision } from "@/lib/permissions/action";
import { type Decision, decide, decideMany } from "@/lib/permissions/decide";
import type { PlacePath } from "@/lib/permissions/engine/attributes";
import { findNeighbourhoods, findPartners } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { partnerParts } from "@/lib/permissions/policies/partner";
import { capabilities } from "@/lib/permissions/scope";
import { NO_TAG } from "@/lib/places/partner-changes/constants";
import type {
  NamedPlace,
  NamedTag,
  PartnerChange,
  PostedRecords,
  SavedPartner,
} from "@/lib/places/partner-changes/schemas";
import { staleRecordOf } from "@/lib/places/partner-conflicts/queries";
import type { PartnerListField, PartnerTextField } from "@/lib/places/partners/constants";
import { Refusal } from "@/lib/platform/errors";

/** What the engine calls each field. Source: the action catalogue. */
const ENGINE_FIELDS: Readonly<Record<PartnerTextField, string>> = {
  name: "name",
  summary: "summary",
  description: "description",
  accessibility: "accessibility",
  website: "website",
  socials: "socials",
  publicContactName: "publicContact",
  publicContactPhone: "publicContact",
  publicContactEmail: "publicContact",
  internalContactName: "internalContact",
  internalContactPhone: "internalContact",
  internalContactEmail: "internalContact",
  openingHours: "openingHours",
  slug: "slug",
  line1: "address",
  line2: "address",
  city: "address",
  postcode: "address",
  addressPlace: "address",
};

type Field = PartnerTextField | PartnerListField;

/** One part of an edit: the field that it came from, what it is about, and the question it is on its own. */
type Part = Readonly<{ field: Field; name: string | null; properties: Readonly<Record<string, unknown>> }>;

/**
 * The policy's answer about the partner as the actor looked at it. One that was changed meanwhile is a conflict, thrown
 * with how it stands now, for whoever may act on it at all.
 * @param posted as `staleRecordOf` takes it.
 */
export async function unlessStale(
  { tx, actor, partner, version }: { tx: Transaction; actor: Actor; partner: SavedPartner; version: number },
  action: "update" | "delete",
  posted: PostedRecords | null,
  judge: () => Promise<ActionDecision>,
): Promise<ActionDecision> {
  if (partner.version === version) return judge();
  const decision = await decide(tx, { actor, action, resource: { type: "partner", id: partner.id } });
  if (decision.outcome === "deny") return decision;
  const stale = await staleRecordOf(tx, actor, partner, posted);
  const next = action === "delete" ? "delete it" : "save";
  const message = `${stale.by ?? "Somebody"} changed this partner in the meantime. Look at it again before you ${next}.`;
  throw new Refusal("conflict", { message, stale });
}

/**
 * The policy's answer to exactly what changes: one question about the whole edit. Where it is no, each part is asked
 * apart as well, so that the form can say on its field which one it was.
 */
export async function decideEdit(
  tx: Transaction,
  actor: Actor,
  partner: SavedPartner,
  change: PartnerChange,
): Promise<ActionDecision> {
  const about = { actor, action: "update", resource: { type: "partner", id: partner.id } };
  const whole = await decide(tx, { ...about, properties: questionOf(change) });
  if (whole.outcome !== "deny") return whole;
  const kind = isInvalid(whole);
  for (const parts of [partsOf(change), wholesOf(change)]) {
    const answers = await decideMany(
      tx,
      parts.map(({ properties }) => ({ ...about, properties })),
    );
    const fields = blamed(parts, answers, kind);
    if (Object.keys(fields).length > 0) return { ...whole, fields };
  }
  return whole;
}

/**
 * Of the places that a save takes the partner out of, those beyond the actor's area: they may take them out but could not
 * put them back. Source: domains/places.md section 4.
 * @param left the places as `placesLeft` gives them; the partner is still as it was before.
 */
export async function placesBeyondArea(
  tx: Transaction,
  actor: Actor,
  partnerId: string,
  left: readonly NamedPlace[],
): Promise<readonly NamedPlace[]> {
  if (left.length === 0) return [];
  const [record] = await findPartners(tx, [partnerId]);
  const places = await findNeighbourhoods(tx, codesOf(left));
  const mayAdd = (path: PlacePath) =>
    record !== undefined &&
    capabilities(actor, "partner", [partnerParts.addPlace], { ...record, change: { places: [path], tags: [] } })[
      partnerParts.addPlace
    ];
  return left.filter(({ code }) => places.some((place) => place.code === code && !mayAdd(place.path)));
}

/** The parameters of `update` for this change: only what there is to judge. Source: the action catalogue. */
function questionOf(change: PartnerChange): Readonly<Record<string, unknown>> {
  const fields = new Set(change.fields.map((field) => ENGINE_FIELDS[field]));
  if (change.address === "corrected") fields.add(ENGINE_FIELDS.line1);
  const unread = change.unreadTags.length > 0 ? [NO_TAG] : [];
  return {
    ...list("fields", [...fields]),
    ...list("addNeighbourhoods", codesOf(change.addedPlaces)),
    ...list("removeNeighbourhoods", codesOf(change.removedPlaces)),
    ...(movesAddress(change) ? { addressNeighbourhood: change.addressPlace?.code ?? null } : {}),
    ...list("addTags", [...idsOf(change.addedTags), ...unread]),
    ...list("removeTags", idsOf(change.removedTags)),
  };
}

function list(name: string, values: readonly string[]): Record<string, readonly string[]> {
  return values.length === 0 ? {} : { [name]: values };
}

function codesOf(places: readonly NamedPlace[]): string[] {
  return places.map(({ code }) => code);
}

function idsOf(tags: readonly NamedTag[]): string[] {
  return tags.map(({ id }) => id);
}

function movesAddress({ address }: PartnerChange): boolean {
  return address === "moved" || address === "cleared";
}

/** The edit in its smallest parts. */
function partsOf(change: PartnerChange): Part[] {
  const place = (field: PartnerListField) => (named: NamedPlace) => ({
    field,
    name: named.name,
    properties: { [field]: [named.code] },
  });
  const tag = (field: PartnerListField) => (named: NamedTag) => ({
    field,
    name: named.name,
    properties: { [field]: [named.id] },
  });
  const address = { addressNeighbourhood: change.addressPlace?.code ?? null };
  return [
    ...change.fields.map((field) => ({ field, name: null, properties: { fields: [ENGINE_FIELDS[field]] } })),
    ...change.addedPlaces.map(place("addNeighbourhoods")),
    ...change.removedPlaces.map(place("removeNeighbourhoods")),
    ...(movesAddress(change) ? [{ field: "addressPlace" as const, name: null, properties: address }] : []),
    ...change.addedTags.map(tag("addTags")),
    ...change.removedTags.map(tag("removeTags")),
    ...change.unreadTags.map((field) => ({ field, name: null, properties: { addTags: [NO_TAG] } })),
  ];
}

/** All places at once and all tags at once: what is wrong only together, such as the last places or a fourth category. */
function wholesOf(change: PartnerChange): Part[] {
  const { addNeighbourhoods, removeNeighbourhoods, addressNeighbourhood, addTags, removeTags } = questionOf(change);
  const field = change.removedPlaces.length > 0 ? "removeNeighbourhoods" : "addressPlace";
  return [
    { field, name: null, properties: { addNeighbourhoods, removeNeighbourhoods, addressNeighbourhood } },
    { field: "addTags", name: null, properties: { addTags, removeTags } },
  ];
}

/** One sentence for each field whose part is refused for the same kind of reason as the whole: rights, or validity. */
function blamed(parts: readonly Part[], answers: readonly Decision[], invalid: boolean): Record<string, string> {
  const sentences = new Map<string, string[]>();
  parts.forEach(({ field, name }, index) => {
    const answer = answers[index];
    if (answer?.outcome !== "deny" || isInvalid(answer) !== invalid) return;
    const [text = ""] = answer.reasons.map((reason) => reason.text);
    const said = sentences.get(field) ?? [];
    sentences.set(field, [...said, name === null || invalid ? text : `${name}: ${text}`]);
  });
  return Object.fromEntries([...sentences].map(([field, texts]) => [field, [...new Set(texts)].join(" ")]));
}

function isInvalid({ reasons }: Decision): boolean {
  return reasons.length > 0 && reasons.every(({ code }) => code === "invalid");
}
