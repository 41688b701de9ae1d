import { expect, it } from "vitest";
import { type Person, partnerships, places, whoMay } from "@/lib/testing/policy-table";
import type { CalendarFacts, PartnerFacts } from "../facts/attributes";
import { calendarParts } from "./calendar";

const partner = {
  inside: { id: "p", places: [places.hulme], partnerships: [partnerships.age] },
  untagged: { id: "q", places: [places.hulme], partnerships: [] },
  spanning: { id: "s", places: [places.wales, places.hulme], partnerships: [partnerships.age, partnerships.green] },
  elsewhere: { id: "r", places: [places.wales], partnerships: [partnerships.age] },
  own: { id: "own", places: [places.wales], partnerships: [] },
} as const satisfies Record<string, PartnerFacts>;

type Of = keyof typeof partner;

it.each<[sentence: string, action: string, organiser: Of, who: Person[]]>([
  ["whoever has the organiser in scope sees the calendar", "view", "inside", ["root", "area", "partnership"]],
  ["a partnership admin only with the tag", "view", "untagged", ["root", "area"]],
  ["nobody but root elsewhere", "view", "elsewhere", ["root"]],
  ["the organiser's own admin wherever it is", "view", "own", ["root", "partner"]],
  ["whoever sees may edit", "update", "inside", ["root", "area", "partnership"]],
  ["whoever sees may import again", "import", "own", ["root", "partner"]],
  ["whoever looks after the partner adds one", "create", "inside", ["root", "area", "partnership"]],
  ["a partner admin adds one to the own", "create", "own", ["root", "partner"]],
  ["nobody but root adds one elsewhere", "create", "elsewhere", ["root"]],
  [
    "in scope is enough to delete, also where the partner lies outside too",
    "delete",
    "spanning",
    ["root", "area", "partnership"],
  ],
  ["a calendar is given to a partner in scope", calendarParts.organiser, "untagged", ["root", "area"]],
  ["and never to one elsewhere", calendarParts.organiser, "elsewhere", ["root"]],
])("%s", (_sentence, action, organiser, who) => {
  expect(whoMay("calendar", action, { organiser: partner[organiser], place: null } satisfies CalendarFacts)).toEqual(
    who,
  );
});

it("hosting a calendar's events opens nothing but the choice of that place", () => {
  const hosted: CalendarFacts = { organiser: partner.elsewhere, place: partner.inside };
  expect(whoMay("calendar", "view", hosted)).toEqual(["root"]);
  expect(whoMay("calendar", "delete", { ...hosted, place: partner.own })).toEqual(["root"]);
});

it.each<[place: Of | null, who: Person[]]>([
  ["inside", ["root", "area", "partnership"]],
  ["untagged", ["root", "area"]],
  ["own", ["root", "partner"]],
  ["elsewhere", ["root"]],
  [null, ["root"]],
])("as the default place one chooses a partner that one sees: %s", (place, who) => {
  const facts: CalendarFacts = { organiser: partner.inside, place: place === null ? null : partner[place] };
  expect(whoMay("calendar", calendarParts.place, facts)).toEqual(who);
});
