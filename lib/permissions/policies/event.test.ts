import { expect, it } from "vitest";
import { type Person, partnerships, places, whoMay } from "@/lib/testing/policy-table";
import type { EventFacts, PartnerFacts } from "../facts/attributes";

const inHulme: PartnerFacts = { id: "p", places: [places.hulme], partnerships: [partnerships.age] };
const elsewhere: PartnerFacts = { id: "r", places: [places.wales], partnerships: [partnerships.age] };
const own: PartnerFacts = { id: "own", places: [places.wales], partnerships: [] };
const by = (organiser: PartnerFacts, ...shownOn: string[]): EventFacts => ({
  calendar: { organiser, place: null },
  shownOn: shownOn.map((id) => ({ id })),
});

const event = {
  "of a partner in reach": by(inHulme),
  "of a partner elsewhere": by(elsewhere),
  "of the own partner": by(own),
  "held at a partner in reach": { calendar: { organiser: elsewhere, place: inHulme }, shownOn: [] },
  "that the own site shows": by(elsewhere, "another", "own"),
  "that another site shows": by(elsewhere, "another"),
} as const satisfies Record<string, EventFacts>;

it.each<[keyof typeof event, string, Person[]]>([
  ["of a partner in reach", "view", ["root", "area", "partnership"]],
  ["of a partner in reach", "view_history", ["root", "area", "partnership"]],
  ["of a partner in reach", "hide", ["root", "area", "partnership"]],
  ["of a partner in reach", "unhide", ["root", "area", "partnership"]],
  ["of a partner elsewhere", "view", ["root"]],
  ["of the own partner", "view", ["root", "partner"]],
  ["of the own partner", "view_history", ["root", "partner"]],
  ["of the own partner", "hide", ["root"]],
  ["of the own partner", "unhide", ["root"]],
  ["held at a partner in reach", "view", ["root"]],
  ["that the own site shows", "view", ["root", "site"]],
  ["that the own site shows", "export", ["root", "site"]],
  ["that the own site shows", "view_history", ["root"]],
  ["that the own site shows", "hide", ["root"]],
  ["that another site shows", "view", ["root"]],
])("an event %s: %s", (of, action, who) => {
  expect(whoMay("event", action, event[of])).toEqual(who);
});
