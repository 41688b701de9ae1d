import { describe, expect, it } from "vitest";
import { type Person, partnerships, places, whoMay } from "@/lib/testing/policy-table";
import type { PartnerChangeFacts } from "../facts/attributes";
import { partnerParts, partnerPolicy } from "./partner";

const none = { change: { places: [], tags: [] } };
const partner = {
  inside: { id: "p", places: [places.hulme], partnerships: [partnerships.age], ...none },
  untagged: { id: "p", places: [places.hulme], partnerships: [], ...none },
  spanning: { id: "p", places: [places.hulme, places.ardwick], partnerships: [partnerships.age], ...none },
  shared: { id: "p", places: [places.hulme], partnerships: [partnerships.age, partnerships.green], ...none },
  above: { id: "p", places: [places.manchester], partnerships: [partnerships.age], ...none },
  elsewhere: { id: "p", places: [places.wales], partnerships: [partnerships.age], ...none },
  placeless: { id: "p", places: [], partnerships: [partnerships.age], ...none },
  own: { id: "own", places: [places.wales], partnerships: [], ...none },
} as const satisfies Record<string, PartnerChangeFacts>;

type Line = [sentence: string, action: string, of: keyof typeof partner, who: Person[]];

describe("seeing and editing", () => {
  it.each<Line>([
    ["root and whoever looks after the place", "view", "inside", ["root", "area", "partnership"]],
    ["the partnership admin only with the tag", "view", "untagged", ["root", "area"]],
    ["one place inside is enough", "view", "spanning", ["root", "area", "partnership"]],
    ["reach goes down the tree, never up", "view", "above", ["root"]],
    ["nobody else elsewhere", "view", "elsewhere", ["root"]],
    ["only root a partner without places", "view", "placeless", ["root"]],
    ["the partner's own admin wherever it is", "view", "own", ["root", "partner"]],
    ["whoever sees may edit", "update", "spanning", ["root", "area", "partnership"]],
    ["whoever sees may edit, its own admin too", partnerParts.field, "own", ["root", "partner"]],
    ["the slug is root's", partnerParts.slug, "inside", ["root"]],
    ["the slug is root's, also for the own admin", partnerParts.slug, "own", ["root"]],
    ["categories go with editing", partnerParts.tag, "inside", ["root", "area", "partnership"]],
  ])("%s", (_sentence, action, of, who) => {
    expect(whoMay("partner", action, partner[of])).toEqual(who);
  });
});

describe("moderating and naming admins", () => {
  it.each<Line>([
    ["area admins hide", "hide", "spanning", ["root", "area", "partnership"]],
    ["a partner admin does not hide", "hide", "own", ["root"]],
    ["a partner admin links accounts", "assign_role", "own", ["root", "partner"]],
    ["a partner admin invites nobody new", "invite", "own", ["root"]],
    ["area admins invite", "invite", "inside", ["root", "area", "partnership"]],
    ["only root restores", "restore", "inside", ["root"]],
  ])("%s", (_sentence, action, of, who) => {
    expect(whoMay("partner", action, partner[of])).toEqual(who);
  });
});

describe("creating and deleting", () => {
  it.each<Line>([
    ["an area admin deletes what is wholly inside, whatever its tags", "delete", "shared", ["root", "area"]],
    ["a partnership admin only where every tag is theirs", "delete", "inside", ["root", "area", "partnership"]],
    ["a partnership admin not without any tag", "delete", "untagged", ["root", "area"]],
    ["nobody but root where a place lies outside", "delete", "spanning", ["root"]],
    ["nobody but root where there is no place", "delete", "placeless", ["root"]],
    ["a partner admin always their own", "delete", "own", ["root", "partner"]],
    ["an area admin creates inside, in no partnership", "create", "untagged", ["root", "area"]],
    ["a partnership admin creates inside, in the own partnership", "create", "inside", ["root", "partnership"]],
    ["a partnership admin not into another's partnership", "create", "shared", ["root"]],
    ["nobody but root across the border", "create", "spanning", ["root"]],
  ])("%s", (_sentence, action, of, who) => {
    expect(whoMay("partner", action, partner[of])).toEqual(who);
  });
});

describe("places and tags that come and go", () => {
  const { addPlace, removePlace, addPartnership, removePartnership } = partnerParts;
  const at = (path: readonly number[]) => ({ change: { places: [path], tags: [] } });
  const tagged = (tag: number) => ({ change: { places: [], tags: [tag] } });

  it.each<[string, string, PartnerChangeFacts, Person[]]>([
    ["adding inside", addPlace, { ...partner.inside, ...at(places.hulme) }, ["root", "area", "partnership"]],
    ["adding outside", addPlace, { ...partner.inside, ...at(places.ardwick) }, ["root"]],
    ["a partner admin adds anywhere", addPlace, { ...partner.own, ...at(places.ardwick) }, ["root", "partner"]],
    ["removing inside", removePlace, { ...partner.spanning, ...at(places.hulme) }, ["root", "area", "partnership"]],
    [
      "removing outside is open to partnership admins alone",
      removePlace,
      { ...partner.spanning, ...at(places.ardwick) },
      ["root", "partnership"],
    ],
    [
      "a partner admin removes anything of the own",
      removePlace,
      { ...partner.own, ...at(places.wales) },
      ["root", "partner"],
    ],
    [
      "putting the own partnership on",
      addPartnership,
      { ...partner.inside, ...tagged(partnerships.age) },
      ["root", "partnership"],
    ],
    [
      "not on a partner that was never in sight",
      addPartnership,
      { ...partner.untagged, ...tagged(partnerships.age) },
      ["root"],
    ],
    ["never another's partnership", addPartnership, { ...partner.inside, ...tagged(partnerships.green) }, ["root"]],
    ["a partner admin puts none on", addPartnership, { ...partner.own, ...tagged(partnerships.age) }, ["root"]],
    [
      "taking the own partnership off",
      removePartnership,
      { ...partner.shared, ...tagged(partnerships.age) },
      ["root", "partnership"],
    ],
    ["not taking another's off", removePartnership, { ...partner.shared, ...tagged(partnerships.green) }, ["root"]],
    [
      "a partner admin takes any off",
      removePartnership,
      { ...partner.own, ...tagged(partnerships.green) },
      ["root", "partner"],
    ],
  ])("%s", (_sentence, action, facts, who) => {
    expect(whoMay("partner", action, facts)).toEqual(who);
  });
});

it("every rule has an id of its own, and no sentence is empty", () => {
  const ids = partnerPolicy.rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(partnerPolicy.rules.filter(({ because }) => because.trim() === "")).toEqual([]);
});
