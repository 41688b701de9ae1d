import { describe, expect, test } from "vitest";
import { demoAccounts } from "@/lib/platform/sign-in/constants";
import type { PartnerEntry, RoleEntry } from "@/lib/world/schema";
import { worldFile } from "@/lib/world/schema";
import { demoWorld } from "./world";

const world = demoWorld();
const users = world.users ?? [];
const places = world.neighbourhoods ?? [];
const tags = world.tags ?? [];
const partners = world.partners ?? [];
const roles = world.roles ?? [];

const parents = new Map(places.map(({ code, parent }) => [code, parent ?? null]));
const held = (user: string) => roles.filter((role) => role.user === user);
const of = <Role extends RoleEntry["role"]>(role: Role) =>
  roles.filter((entry): entry is Extract<RoleEntry, { role: Role }> => entry.role === role);

/** The codes from a place up to its country. */
function pathOf(code: string): string[] {
  const parent = parents.get(code);
  return parent ? [code, ...pathOf(parent)] : [code];
}

function placesOf({ address, serviceAreas = [] }: PartnerEntry): string[] {
  return [...new Set([...(address ? [address.neighbourhood] : []), ...serviceAreas])];
}

const inArea = (area: readonly string[], code: string) => pathOf(code).some((step) => area.includes(step));
const touches = (partner: PartnerEntry, area: readonly string[]) =>
  placesOf(partner).some((code) => inArea(area, code));
const within = (partner: PartnerEntry, area: readonly string[]) =>
  placesOf(partner).every((code) => inArea(area, code));
const partnerships = ({ tags: carried = [] }: PartnerEntry) =>
  carried.filter((id) => tags.some((tag) => tag.id === id && tag.kind === "partnership"));
const codeOf = (name: string) => places.find((place) => place.name === name)?.code ?? "";

describe("the demo world", () => {
  test("is a valid world file, and the same every time", () => {
    expect(worldFile.parse(JSON.parse(JSON.stringify(world)))).toBeTruthy();
    expect(demoWorld()).toEqual(world);
  });

  test("holds at least 60 neighbourhoods on five levels, 120 partners, 12 tags and 40 people", () => {
    expect(places.length).toBeGreaterThanOrEqual(60);
    expect(Math.max(...places.map(({ code }) => pathOf(code).length))).toBe(5);
    expect(new Set(places.map(({ unit }) => unit)).size).toBe(5);
    expect(partners.length).toBeGreaterThanOrEqual(120);
    expect(tags).toHaveLength(12);
    expect(users.length).toBeGreaterThanOrEqual(40);
  });

  test("invents its people: every address ends in .example", () => {
    const contacts = partners.flatMap(({ publicContact, internalContact }) => [
      publicContact?.email,
      internalContact?.email,
    ]);
    const addresses = [...users.map(({ email }) => email), ...contacts].filter((email) => typeof email === "string");
    expect(addresses.filter((email) => !email.endsWith(".example"))).toEqual([]);
  });

  test("has every role, somebody without one, and people who are deactivated and unverified", () => {
    expect(new Set(roles.map(({ role }) => role)).size).toBe(5);
    expect(users.some(({ email }) => held(email).length === 0)).toBe(true);
    expect(users.some(({ email, deactivated }) => deactivated && held(email).length > 0)).toBe(true);
    expect(users.some(({ verified }) => verified === false)).toBe(true);
    expect(of("root").length).toBeGreaterThanOrEqual(2);
  });

  test("has grants that are over, that end one day, and that are incomplete in both ways", () => {
    expect(roles.some(({ endsOn }) => endsOn && endsOn < "2026-01-01")).toBe(true);
    expect(roles.some(({ endsOn }) => endsOn && endsOn > "2090-01-01")).toBe(true);
    expect(of("partnership_admin").some((grant) => grant.neighbourhoods.length === 0)).toBe(true);
    expect(of("partnership_admin").some((grant) => grant.partnerships.length === 0)).toBe(true);
  });

  test("offers an active account for each kind of role, the first of them root", () => {
    const active = new Set(
      users.filter((user) => !user.deactivated && user.verified !== false).map(({ email }) => email),
    );
    expect(demoAccounts.filter(({ email }) => !active.has(email))).toEqual([]);
    expect(demoAccounts.map(({ email }) => [...new Set(held(email).map(({ role }) => role))])).toEqual([
      ["root"],
      ["neighbourhood_admin"],
      ["partnership_admin"],
      ["partner_admin"],
      ["neighbourhood_admin", "partnership_admin", "partner_admin"],
      ["support"],
      [],
    ]);
    expect(demoAccounts.map(({ name }) => name)).toEqual(
      demoAccounts.map(({ email }) => users.find((user) => user.email === email)?.name),
    );
  });
});

describe("every awkward case of the rules is there", () => {
  const area = [codeOf("Hulme"), codeOf("Moss Side")];

  test.each<[string, (partner: PartnerEntry) => boolean]>([
    [
      "wholly inside an area with several places",
      (one) => touches(one, area) && within(one, area) && placesOf(one).length > 1,
    ],
    ["touching an area and reaching out of it", (one) => touches(one, area) && !within(one, area)],
    ["with a service area only", (one) => !one.address],
    ["with an address only", (one) => Boolean(one.address) && one.serviceAreas?.length === 0],
    [
      "with address and service area on the same place",
      (one) => one.serviceAreas?.includes(one.address?.neighbourhood ?? "") ?? false,
    ],
    ["in two districts", (one) => new Set(placesOf(one).map((code) => parents.get(code))).size > 1],
    ["of a whole district", (one) => placesOf(one).includes(codeOf("Manchester"))],
    ["of a whole county", (one) => placesOf(one).includes(codeOf("Lancashire"))],
    ["of a whole region", (one) => placesOf(one).includes(codeOf("North West"))],
    ["of a whole country", (one) => placesOf(one).includes(codeOf("Scotland"))],
    ["of two partnerships", (one) => partnerships(one).length === 2],
    ["without any tag", (one) => one.tags?.length === 0],
    ["that is hidden", (one) => Boolean(one.hidden)],
    ["without any admin", (one) => !of("partner_admin").some(({ partner }) => partner === one.id)],
    ["with one admin", (one) => of("partner_admin").filter(({ partner }) => partner === one.id).length === 1],
    ["with two admins", (one) => of("partner_admin").filter(({ partner }) => partner === one.id).length === 2],
    ["with opening hours", (one) => (one.openingHours?.length ?? 0) > 0],
    ["with a very long name", (one) => one.name.length > 120],
    ["with Welsh letters", (one) => /[âêîôûŵŷá]/.test(one.name)],
  ])("a partner %s", (_, is) => {
    expect(partners.some(is)).toBe(true);
  });

  test("two partnership grants of one person that must not combine, with partners that only a mixture would open", () => {
    const [first, second] = of("partnership_admin").filter(({ user }) => user === "tom.ashworth@remit.example");
    if (first === undefined || second === undefined) throw new Error("Tom has not two grants");
    const mixed = (one: PartnerEntry, place: typeof first, tag: typeof first) =>
      touches(one, place.neighbourhoods) &&
      partnerships(one).some((id) => tag.partnerships.includes(id)) &&
      !(touches(one, tag.neighbourhoods) && partnerships(one).some((id) => tag.partnerships.includes(id))) &&
      !partnerships(one).some((id) => place.partnerships.includes(id));
    expect(partners.some((one) => mixed(one, first, second))).toBe(true);
    expect(partners.some((one) => mixed(one, second, first))).toBe(true);
  });

  test("people whose partners lie inside an area, outside it, and both; and one whose only partner there is that one", () => {
    const touched = (user: string) =>
      of("partner_admin")
        .filter((role) => role.user === user)
        .map(({ partner }) => partners.some((one) => one.id === partner && touches(one, area)));
    expect(touched("rosa.delgado@remit.example").sort()).toEqual([false, false, true]);
    expect(touched("kwame.mensah@remit.example")).toEqual([true]);
  });
});
