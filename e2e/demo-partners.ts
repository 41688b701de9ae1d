import { TEST_PARTNER } from "@/lib/testing/partners";
import { demoWorld } from "@/lib/testing/world";

const world = demoWorld();

/** The partners of the demo world, as its file says them. */
export const demoPartners = world.partners ?? [];

/** One of them. */
export type DemoPartner = (typeof demoPartners)[number];

/** The partner with this key. */
export function demoPartner(id: string): DemoPartner {
  const found = demoPartners.find((partner) => partner.id === id);
  if (found === undefined) throw new Error(`The demo world has no partner ${id}.`);
  return found;
}

/** The codes of a place and of everything below it, from the world file alone. */
export function subtree(code: string): string[] {
  const below = (world.neighbourhoods ?? []).filter(({ parent }) => parent === code);
  return [code, ...below.flatMap((place) => subtree(place.code))];
}

/** Whether a partner has its address or a service area in one of these places. */
export function touches(partner: DemoPartner, codes: readonly string[]): boolean {
  return [partner.address?.neighbourhood ?? [], partner.serviceAreas ?? []].flat().some((code) => codes.includes(code));
}

/** The partners that a person's role entries open, by the rules alone: their area, and one of their partnerships where they have such. */
export function partnersOf(email: string): DemoPartner[] {
  const grants = (world.roles ?? []).filter(({ user }) => user === email);
  return demoPartners.filter((partner) =>
    grants.some((grant) => {
      if (grant.role === "root") return true;
      if (grant.role === "partner_admin") return grant.partner === partner.id;
      if (grant.role !== "neighbourhood_admin" && grant.role !== "partnership_admin") return false;
      const shared =
        grant.role === "neighbourhood_admin" || grant.partnerships.some((tag) => partner.tags?.includes(tag));
      return shared && touches(partner, grant.neighbourhoods.flatMap(subtree));
    }),
  );
}

/** The names of partners in the order of the list. */
export function namesOf(partners: readonly DemoPartner[]): string[] {
  return partners.map(({ name }) => name).toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/** Names without those of partners that other tests have made meanwhile. */
export function withoutTests(names: readonly string[]): string[] {
  return names.filter((name) => !name.startsWith(TEST_PARTNER));
}

/** A place's name and those of the places around it, up to the country, as a record shows them. */
export function pathOf(code: string | null | undefined): string {
  const place = (world.neighbourhoods ?? []).find((candidate) => candidate.code === code);
  if (place === undefined) return "";
  return place.parent ? `${place.name} › ${pathOf(place.parent)}` : place.name;
}
