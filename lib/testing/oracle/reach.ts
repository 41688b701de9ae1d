import "server-only";
import { type OraclePartner, type OracleRole, type OracleWorld, partnershipsOf, touches } from "./world";

/** One complete partnership grant: its area and its partnership tags, which no other grant may lend to. */
export type PartnershipReach = Readonly<{ area: readonly string[]; tags: readonly string[] }>;

/** What the grants in force give a person in this wing. */
export type Reach = Readonly<{
  email: string;
  root: boolean;
  /** The area of the one neighbourhood grant; empty without one. */
  area: readonly string[];
  partnerships: readonly PartnershipReach[];
  partners: readonly string[];
}>;

/** The entries of a person that are in force: the last day is not past (places.md section 2). */
export function rolesInForce(world: OracleWorld, email: string): OracleRole[] {
  return world.roles.filter((held) => held.user === email && (held.endsOn === null || held.endsOn >= world.today));
}

/** What a person's grants give. Incomplete partnership grants give nothing; `support` gives nothing in this wing. */
export function reachOf(world: OracleWorld, email: string): Reach {
  const held = rolesInForce(world, email);
  return {
    email,
    root: held.some(({ role }) => role === "root"),
    area: held.filter(({ role }) => role === "neighbourhood_admin").flatMap(({ neighbourhoods }) => neighbourhoods),
    partnerships: held
      .filter(({ role }) => role === "partnership_admin")
      .map(({ neighbourhoods, partnerships }) => ({ area: neighbourhoods, tags: partnerships }))
      .filter(({ area, tags }) => area.length > 0 && tags.length > 0),
    partners: held.flatMap(({ role, partner }) => (role === "partner_admin" && partner !== null ? [partner] : [])),
  };
}

/** Whether the person looks after any area at all: a neighbourhood admin or a partnership admin. */
export function hasArea(reach: Reach): boolean {
  return reach.area.length > 0 || reach.partnerships.length > 0;
}

/** Whether the neighbourhood grant covers the partner: it touches the area. */
export function coversAsNeighbourhoodAdmin(world: OracleWorld, reach: Reach, partner: OraclePartner): boolean {
  return touches(world, partner, reach.area);
}

/** Whether this one partnership grant covers the partner: it touches the area AND carries one of the tags. */
export function coversAsPartnership(world: OracleWorld, one: PartnershipReach, partner: OraclePartner): boolean {
  return touches(world, partner, one.area) && partnershipsOf(world, partner).some((tag) => one.tags.includes(tag));
}

/** Whether the partner is in scope of an area: through the neighbourhood grant or one partnership grant. */
export function coversAsArea(world: OracleWorld, reach: Reach, partner: OraclePartner): boolean {
  return (
    coversAsNeighbourhoodAdmin(world, reach, partner) ||
    reach.partnerships.some((one) => coversAsPartnership(world, one, partner))
  );
}

/** Whether the person sees the partner. */
export function seesPartner(world: OracleWorld, reach: Reach, partner: OraclePartner): boolean {
  return reach.root || reach.partners.includes(partner.id) || coversAsArea(world, reach, partner);
}

/** The people who administer a partner, by grants in force. */
export function adminsOf(world: OracleWorld, partnerId: string): string[] {
  return [...world.people.keys()].filter((email) =>
    rolesInForce(world, email).some(({ role, partner }) => role === "partner_admin" && partner === partnerId),
  );
}

/** Whether the person sees the other: root everybody, oneself, and the admins of a partner in scope. */
export function seesPerson(world: OracleWorld, reach: Reach, email: string): boolean {
  if (reach.root || reach.email === email) {
    return true;
  }
  return rolesInForce(world, email).some(({ role, partner: partnerId }) => {
    const partner = role === "partner_admin" ? world.partners.get(partnerId ?? "") : undefined;
    return partner !== undefined && seesPartner(world, reach, partner);
  });
}

/** Whether the person may see places: root, and whoever looks after an area. */
export function seesPlaces(reach: Reach): boolean {
  return reach.root || hasArea(reach);
}

/** Whether the person may see the tag: categories and facilities every admin, partnerships their own admins. */
export function seesTag(world: OracleWorld, reach: Reach, id: string): boolean {
  if (reach.root) {
    return true;
  }
  if (world.tags.get(id)?.kind === "partnership") {
    return reach.partnerships.some(({ tags }) => tags.includes(id));
  }
  return hasArea(reach) || reach.partners.length > 0;
}

/** Whether somebody is a root without whom no account in use would hold root for good: every other root has a last day. */
export function isLastRoot(world: OracleWorld, email: string): boolean {
  const another = world.roles.some(
    ({ user, role, endsOn }) =>
      role === "root" && endsOn === null && user !== email && world.people.get(user)?.deactivated === false,
  );
  return reachOf(world, email).root && !another;
}
