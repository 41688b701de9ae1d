import { describe, expect, it } from "vitest";
import { answerTo, type ExampleLine } from "./example";

const noRight = "deny no_grant|outside_reach|tag_not_yours";
const refusedCreation = "deny no_grant|outside_reach|not_wholly_inside|tag_not_yours";
const notInside = "deny not_wholly_inside|tag_not_yours";

const neighbourhoodAdmins: readonly ExampleLine[] = [
  ["an NA sees partners with an address in the area", "hulme", "view", "partner/in-hulme", "allow"],
  ["an NA sees partners with a service area in the area", "hulme", "view", "partner/serves-hulme", "allow"],
  ["an NA sees what lies below the assigned place", "manchester", "view", "partner/in-hulme", "allow"],
  ["inheritance runs down only", "hulme", "view", "partner/at-manchester", "not_visible"],
  ["an NA does not see what lies elsewhere", "hulme", "view", "partner/ordsall-green", "not_visible"],
  ["a partner without a place touches no area", "manchester", "view", "partner/placeless", "not_visible"],
  ["a grant whose last day is past gives nothing", "past", "view", "partner/in-hulme", "not_visible"],
  ["an NA sees all neighbourhoods", "hulme", "view", "neighbourhood/wales", "allow"],
  ["an NA sees all category tags", "hulme", "view", "tag/c1", "allow"],
  ["an NA sees no partnership tag", "hulme", "view", "tag/age", "not_visible"],
  ["an NA sees admins of a partner in scope", "hulme", "view", "user/cook", "allow"],
  ["an NA does not see admins of partners elsewhere", "hulme", "view", "user/helper", "not_visible"],
  ["an NA deletes partners that are only inside", "hulme", "delete", "partner/in-hulme", "allow"],
  ["an NA does not delete partners still operating elsewhere", "hulme", "delete", "partner/spanning", notInside],
  ["tags do not limit an NA's delete", "hulme", "delete", "partner/hulme-age", "allow"],
  ["an NA adds a place inside", "manchester", "update", "partner/spanning", "allow", { addNeighbourhoods: ["ardwick"] }],
  ["an NA adds no place outside", "hulme", "update", "partner/in-hulme", "deny outside_reach", { addNeighbourhoods: ["ordsall"] }],
  ["an NA removes no place outside", "hulme", "update", "partner/spanning", "deny outside_reach", { removeNeighbourhoods: ["ordsall"] }],
  ["an NA who removes the last place inside is asked", "hulme", "update", "partner/spanning", "confirm partner/spanning", { addressNeighbourhood: null }],
  ["the last place of all cannot go", "hulme", "update", "partner/in-hulme", "deny invalid", { addressNeighbourhood: null }],
  ["a new address is one removal plus one addition, also from outside to inside", "hulme", "update", "partner/from-ordsall", "deny outside_reach", { addressNeighbourhood: "hulme" }],
  ["a place already present is ignored", "hulme", "update", "partner/spanning", "allow", { addNeighbourhoods: ["ordsall", ""] }],
  ["an NA puts partners in categories", "hulme", "update", "partner/in-hulme", "allow", { addTags: ["c1"] }],
  ["a fourth category cannot be", "hulme", "update", "partner/serves-hulme", "deny invalid", { addTags: ["c4"] }],
  ["a swap of categories stays within three", "hulme", "update", "partner/serves-hulme", "allow", { addTags: ["c4"], removeTags: ["c1"] }],
  ["an NA puts no partnership tag on", "hulme", "update", "partner/in-hulme", "deny tag_not_yours", { addTags: ["age"] }],
  ["an NA takes no partnership tag off", "hulme", "update", "partner/hulme-age", "deny tag_not_yours", { removeTags: ["age"] }],
  ["the slug is a root matter", "hulme", "update", "partner/in-hulme", "deny field_not_yours", { fields: ["name", "slug"] }],
  ["an unknown field is no change", "hulme", "update", "partner/in-hulme", "deny invalid", { fields: ["colour"] }],
  ["rights are judged before validity", "hulme", "update", "partner/in-hulme", "deny field_not_yours", { fields: ["slug", "colour"] }],
  ["an NA creates partners inside", "hulme", "create", "partner/new", "allow", { address: { neighbourhood: "hulme" }, tags: ["c1"] }],
  ["an NA creates none with a place outside", "hulme", "create", "partner/new", refusedCreation, { address: { neighbourhood: "hulme" }, serviceAreas: ["ordsall"] }],
  ["an NA creates none in a partnership", "hulme", "create", "partner/new", refusedCreation, { serviceAreas: ["hulme"], tags: ["age"] }],
  ["an NA hides a partner in scope, with a reason", "hulme", "hide", "partner/in-hulme", "allow", { reason: "Closed for repairs" }],
  ["a blank reason is none", "hulme", "hide", "partner/in-hulme", "deny invalid", { reason: "  " }],
  ["an NA creates no neighbourhood", "hulme", "create", "neighbourhood/new", noRight],
  ["an NA changes no neighbourhood", "hulme", "update", "neighbourhood/hulme", noRight, { fields: ["name"] }],
];

const partnershipAdmins: readonly ExampleLine[] = [
  ["a PA sees partners with a place AND a tag in scope", "age", "view", "partner/hulme-age", "allow"],
  ["the place alone is not enough for a PA", "age", "view", "partner/in-hulme", "not_visible"],
  ["the tag alone is not enough for a PA", "age", "view", "partner/ordsall-age", "not_visible"],
  ["area of one grant and tag of another never combine", "age2", "view", "partner/ordsall-age", "not_visible"],
  ["each grant stands alone and rights add up", "age2", "view", "partner/ordsall-green", "allow"],
  ["a PA grant without a tag or without a place gives nothing", "half", "view", "partner/hulme-age", "not_visible"],
  ["an incomplete grant does not show the places either", "half", "view", "neighbourhood/hulme", "not_visible"],
  ["a PA sees own partnership tags", "age", "view", "tag/age", "allow"],
  ["a PA sees no other partnership tags", "age", "view", "tag/green", "not_visible"],
  ["a PA deletes where places and tags are all inside", "age", "delete", "partner/hulme-age", "allow"],
  ["a tag of another partnership stops the delete", "age", "delete", "partner/hulme-age-green", notInside],
  ["two grants do not add up to one that covers every tag", "age2", "delete", "partner/hulme-age-green", notInside],
  ["a place outside stops the delete", "age", "delete", "partner/spanning-age", notInside],
  ["a PA adds no place outside", "age", "update", "partner/hulme-age", "deny outside_reach", { addNeighbourhoods: ["ordsall"] }],
  ["what a PA removes is not limited to the area", "age", "update", "partner/spanning-age", "allow", { removeNeighbourhoods: ["ordsall"] }],
  ["a PA takes own tags off", "age", "update", "partner/hulme-age-green", "confirm partner/hulme-age-green user/cook", { removeTags: ["age"] }],
  ["a PA takes no other tag off", "age", "update", "partner/hulme-age-green", "deny tag_not_yours", { removeTags: ["green"] }],
  ["the removal of the last own tag asks, whatever other tags stay", "age", "update", "partner/hulme-age", "confirm partner/hulme-age", { removeTags: ["age"] }],
  ["an own tag goes only on a partner that is in scope already", "mixed", "update", "partner/in-hulme", "allow", { addTags: ["age"] }],
  ["an own tag goes only on a partner that touches that grant's area", "mixed", "update", "partner/ordsall-green", "deny tag_not_yours|outside_reach", { addTags: ["age"] }],
  ["a PA creates with a place and an own tag", "age", "create", "partner/new", "allow", { serviceAreas: ["hulme"], tags: ["age"] }],
  ["a PA creates none without an own tag", "age", "create", "partner/new", refusedCreation, { serviceAreas: ["hulme"], tags: ["c1"] }],
  ["a PA creates none with another's tag", "age", "create", "partner/new", refusedCreation, { serviceAreas: ["hulme"], tags: ["age", "green"] }],
  ["a create must fit one grant", "age2", "create", "partner/new", refusedCreation, { serviceAreas: ["hulme", "ordsall"], tags: ["age", "green"] }],
];

describe.each([
  ["neighbourhood admins", neighbourhoodAdmins],
  ["partnership admins", partnershipAdmins],
])("the oracle on %s", (_who, lines) => {
  it.each(lines.map((line) => ({ sentence: line[0], line })))("$sentence", ({ line }) => {
    expect(answerTo(line)).toBe(line[4]);
  });
});
