import "server-only";
import { categoriesOf, MOST_CATEGORIES } from "./judge-partner-creation";
import {
  allow,
  areKnownFields,
  deny,
  disappearingPeopleAndPartners,
  invalid,
  type Judgement,
  listOf,
} from "./judgement";
import { coversAsNeighbourhoodAdmin, coversAsPartnership, type Reach, reachOf, seesPartner } from "./reach";
import { liesIn, type OraclePartner, type OracleWorld, placesOf, touches } from "./world";

/** The fields that a save of a partner may name. */
const partnerFields = [
  "name",
  "summary",
  "description",
  "accessibility",
  "website",
  "socials",
  "publicContact",
  "internalContact",
  "image",
  "openingHours",
  "address",
  "slug",
];

type Change = Readonly<Record<string, unknown>>;

/** Whether a save may be made: the change is judged part by part, then its validity, then what would leave the actor's sight. */
export function judgePartnerUpdate(world: OracleWorld, reach: Reach, before: OraclePartner, change: Change): Judgement {
  const after = applyChange(before, change);
  if (after === null) {
    return invalid;
  }
  const refusals = refusedParts(world, reach, before, after, change);
  if (refusals.length > 0) {
    // What does not exist lies outside every reach or is no valid change: either reading refuses.
    return namesUnknown(world, change) ? deny([...refusals.flat(), "tag_not_yours", "invalid"]) : deny(...refusals);
  }
  if (!isPossible(world, before, after, change)) {
    return mayBeUnseenTag(world, reach, change) ? deny(["invalid", "tag_not_yours"]) : invalid;
  }
  const worldAfter: OracleWorld = { ...world, partners: new Map(world.partners).set(before.id, after) };
  if (seesPartner(worldAfter, reachOf(worldAfter, reach.email), after)) {
    return allow;
  }
  return { outcome: "confirm", disappearing: disappearingPeopleAndPartners(world, worldAfter, reach.email) };
}

// A tag that does not exist may be answered like a partnership tag that the actor cannot see.
function mayBeUnseenTag(world: OracleWorld, reach: Reach, change: Change): boolean {
  return !reach.root && (listOf(change.addTags) ?? []).some((id) => !world.tags.has(id));
}

/** The partner as it would be, or null where the change is no change at all: lists that are none, an address that is none. */
function applyChange(before: OraclePartner, change: Change): OraclePartner | null {
  const [addedAreas, removedAreas] = [listOf(change.addNeighbourhoods), listOf(change.removeNeighbourhoods)];
  const [addedTags, removedTags] = [listOf(change.addTags), listOf(change.removeTags)];
  const address = change.addressNeighbourhood === undefined ? before.address : change.addressNeighbourhood;
  if (addedAreas === null || removedAreas === null || addedTags === null || removedTags === null) {
    return null;
  }
  if (listOf(change.fields) === null || (address !== null && typeof address !== "string")) {
    return null;
  }
  return {
    id: before.id,
    address,
    serviceAreas: union(without(before.serviceAreas, removedAreas), addedAreas),
    tags: union(without(before.tags, removedTags), addedTags),
  };
}

function refusedParts(
  world: OracleWorld,
  reach: Reach,
  before: OraclePartner,
  after: OraclePartner,
  change: Change,
): string[][] {
  if (reach.root) {
    return [];
  }
  const [placesBefore, placesAfter] = [placesOf(before), placesOf(after)];
  const refused: string[][] = [];
  if ((listOf(change.fields) ?? []).includes("slug")) {
    refused.push(["field_not_yours"]);
  }
  const placesAllowed =
    without(placesAfter, placesBefore).every((code) => mayAddPlace(world, reach, before, code)) &&
    without(placesBefore, placesAfter).every((code) => mayRemovePlace(world, reach, before, code));
  if (!placesAllowed) {
    refused.push(["outside_reach"]);
  }
  const refusedTags = [
    ...without(after.tags, before.tags).filter((id) => !mayAddTag(world, reach, before, id)),
    ...without(before.tags, after.tags).filter((id) => !mayRemoveTag(world, reach, before, id)),
  ];
  if (refusedTags.length > 0) {
    // A tag of one's own may be refused because the partner lies outside that grant's area.
    const own = refusedTags.every((id) => reach.partnerships.some(({ tags }) => tags.includes(id)));
    refused.push(own ? ["tag_not_yours", "outside_reach"] : ["tag_not_yours"]);
  }
  return refused;
}

function mayAddPlace(world: OracleWorld, reach: Reach, before: OraclePartner, code: string): boolean {
  return (
    reach.partners.includes(before.id) ||
    (coversAsNeighbourhoodAdmin(world, reach, before) && liesIn(world, code, reach.area)) ||
    reach.partnerships.some((one) => coversAsPartnership(world, one, before) && liesIn(world, code, one.area))
  );
}

function mayRemovePlace(world: OracleWorld, reach: Reach, before: OraclePartner, code: string): boolean {
  return (
    reach.partners.includes(before.id) ||
    (coversAsNeighbourhoodAdmin(world, reach, before) && liesIn(world, code, reach.area)) ||
    // The source limits only what partnership admins add (places.md section 4).
    reach.partnerships.some((one) => coversAsPartnership(world, one, before))
  );
}

function mayAddTag(world: OracleWorld, reach: Reach, before: OraclePartner, id: string): boolean {
  if (world.tags.get(id)?.kind !== "partnership") {
    return true;
  }
  // The actor sees the partner already, so it is in scope through some grant; the tag's own grant must reach it by place.
  return reach.partnerships.some(({ area, tags }) => tags.includes(id) && touches(world, before, area));
}

function mayRemoveTag(world: OracleWorld, reach: Reach, before: OraclePartner, id: string): boolean {
  if (world.tags.get(id)?.kind !== "partnership" || reach.partners.includes(before.id)) {
    return true;
  }
  return reach.partnerships.some((one) => one.tags.includes(id) && coversAsPartnership(world, one, before));
}

function isPossible(world: OracleWorld, before: OraclePartner, after: OraclePartner, change: Change): boolean {
  if (namesUnknown(world, change) || !areKnownFields(change.fields, partnerFields)) {
    return false;
  }
  const losesLastPlace = placesOf(before).length > 0 && placesOf(after).length === 0;
  const addsCategory = without(after.tags, before.tags).some((id) => world.tags.get(id)?.kind === "category");
  return !losesLastPlace && !(addsCategory && categoriesOf(world, after) > MOST_CATEGORIES);
}

// To take away what is not there changes nothing, whether it exists elsewhere or not at all.
function namesUnknown(world: OracleWorld, change: Change): boolean {
  const address = change.addressNeighbourhood;
  const places = [...(listOf(change.addNeighbourhoods) ?? []), ...(typeof address === "string" ? [address] : [])];
  const tags = listOf(change.addTags) ?? [];
  return places.some((code) => !world.places.has(code)) || tags.some((id) => !world.tags.has(id));
}

function without(list: readonly string[], taken: readonly string[]): string[] {
  return list.filter((entry) => !taken.includes(entry));
}

function union(list: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...list, ...more])];
}
