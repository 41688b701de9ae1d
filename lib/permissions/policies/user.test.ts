import { expect, it } from "vitest";
import { type Person, partnerships, places, whoMay } from "@/lib/testing/policy-table";
import type { PartnerFacts, UserFacts } from "../facts/attributes";
import { userParts } from "./user";

const inHulme: PartnerFacts = { id: "p", places: [places.hulme], partnerships: [partnerships.age] };
const untagged: PartnerFacts = { id: "q", places: [places.hulme], partnerships: [] };
const elsewhere: PartnerFacts = { id: "r", places: [places.wales], partnerships: [partnerships.age] };
const own: PartnerFacts = { id: "own", places: [places.wales], partnerships: [] };

const user = {
  "an admin of a partner in reach": { id: "u", administers: [inHulme] },
  "an admin of an untagged partner in reach": { id: "u", administers: [untagged] },
  "an admin of partners inside and outside": { id: "u", administers: [elsewhere, inHulme] },
  "an admin of a partner elsewhere": { id: "u", administers: [elsewhere] },
  "a co-admin": { id: "u", administers: [own] },
  "somebody without a partner": { id: "u", administers: [] },
} as const satisfies Record<string, UserFacts>;

const everybody: Person[] = ["root", "support", "area", "partnership", "no area", "no tag", "partner", "nobody"];

it.each<[keyof typeof user, string, Person[]]>([
  ["an admin of a partner in reach", "view", ["root", "area", "partnership"]],
  ["an admin of an untagged partner in reach", "view", ["root", "area"]],
  ["an admin of partners inside and outside", "view", ["root", "area", "partnership"]],
  ["an admin of a partner elsewhere", "view", ["root"]],
  ["a co-admin", "view", ["root", "partner"]],
  ["somebody without a partner", "view", ["root"]],
  ["an admin of a partner in reach", "update", ["root", "area", "partnership"]],
  ["a co-admin", "update", ["root", "partner"]],
  ["an admin of a partner in reach", userParts.profile, ["root"]],
  ["a co-admin", userParts.profile, ["root"]],
  ["an admin of a partner in reach", "delete", ["root"]],
  ["an admin of a partner in reach", "deactivate", ["root"]],
  ["a co-admin", "view_sessions", ["root"]],
  ["an admin of a partner in reach", "create", ["root", "area", "partnership"]],
  ["an admin of an untagged partner in reach", "create", ["root", "area"]],
  ["an admin of partners inside and outside", "create", ["root"]],
  ["a co-admin", "create", ["root"]],
  ["somebody without a partner", "create", ["root"]],
])("%s: %s", (of, action, who) => {
  expect(whoMay("user", action, user[of])).toEqual(who);
});

it.each<[string, Person[]]>([
  ["view", everybody],
  ["update", everybody],
  [userParts.profile, everybody],
  ["end_sessions", everybody],
  ["deactivate", ["root"]],
  ["delete", ["root"]],
])("of one's own account everybody may %s only if it is theirs to do", (action, who) => {
  expect(whoMay("user", action, { id: "me", administers: [] } satisfies UserFacts)).toEqual(who);
});
