import "server-only";
import type { Dice } from "./dice";
import { cornerOf, type TreePlace } from "./tree";

/** The day on which random worlds are judged; grants end just before, on and just after it. */
export const WORLD_DAY = "2030-06-15";

/** One entry of `roles` in a random world. */
export interface RandomRole {
  readonly user: string;
  readonly role: "root" | "support" | "neighbourhood_admin" | "partnership_admin" | "partner_admin";
  readonly neighbourhoods?: readonly string[];
  readonly partnerships?: readonly string[];
  readonly partner?: string;
  readonly endsOn?: string;
}

/** A random world in the shape of a world file, as far as rights go; the tree is the batch's. */
export interface WorldShape {
  /** Stands before every id, so that many worlds fit into one database. */
  readonly prefix: string;
  /** The addresses that asks and lists are judged for. */
  readonly actors: readonly string[];
  /** The places that this world draws from. */
  readonly corner: readonly string[];
  readonly users: readonly Readonly<{ email: string; name: string; deactivated: boolean }>[];
  readonly neighbourhoods: readonly TreePlace[];
  readonly tags: readonly Readonly<{ id: string; kind: "category" | "facility" | "partnership"; name: string }>[];
  readonly partners: readonly RandomPartner[];
  readonly roles: readonly RandomRole[];
}

/** A partner of a random world; without an address and service areas it is one that lost its places. */
export interface RandomPartner {
  readonly id: string;
  readonly name: string;
  readonly address: Readonly<{ neighbourhood: string }> | null;
  readonly serviceAreas: readonly string[];
  readonly tags: readonly string[];
  readonly hidden: boolean;
}

const ACTORS = 3;
const OTHERS = 3;
const PARTNERS = 20;

/** A world over the tree: up to twenty partners, three actors and three more people, grants of every kind. */
export function shapeWorld(prefix: string, tree: readonly TreePlace[], dice: Dice): WorldShape {
  const corner = cornerOf(tree, dice);
  const emails = Array.from({ length: ACTORS + OTHERS }, (_, index) => `person${index}@${prefix}.example`);
  const users = emails.map((email, index) => ({ email, name: `Person ${index}`, deactivated: dice.chance(4) }));
  const tags = [
    ...["p0", "p1", "p2"].map((id) => ({ id: `${prefix}-${id}`, kind: "partnership" as const, name: id })),
    ...["c0", "c1", "c2", "c3", "c4"].map((id) => ({ id: `${prefix}-${id}`, kind: "category" as const, name: id })),
    { id: `${prefix}-f0`, kind: "facility" as const, name: "f0" },
  ];
  const partners = Array.from({ length: dice.between(1, PARTNERS) }, (_, index) =>
    shapePartner(
      `${prefix}-partner${index}`,
      tags.map(({ id }) => id),
      corner,
      dice,
    ),
  );
  const roles = emails.flatMap((email, index) =>
    shapeRoles(
      email,
      index < ACTORS ? 3 : 2,
      { corner, partners, partnerships: tags.slice(0, 3).map(({ id }) => id) },
      dice,
    ),
  );
  return { prefix, actors: emails.slice(0, ACTORS), corner, users, neighbourhoods: tree, tags, partners, roles };
}

function shapePartner(id: string, tags: readonly string[], corner: readonly string[], dice: Dice): RandomPartner {
  const address = dice.chance(65) ? { neighbourhood: dice.pick(corner) } : null;
  const areas = dice.some(corner, address === null ? 1 : 0, 2);
  const serviceAreas = address !== null && dice.chance(15) ? [...new Set([...areas, address.neighbourhood])] : areas;
  const lost = dice.chance(5);
  return {
    id,
    name: `Partner ${id}`,
    address: lost ? null : address,
    serviceAreas: lost ? [] : serviceAreas,
    tags: [...dice.some(tags.slice(0, 3), 0, 2), ...dice.some(tags.slice(3), 0, 4)],
    hidden: dice.chance(10),
  };
}

type Scopes = Readonly<{
  corner: readonly string[];
  partners: readonly RandomPartner[];
  partnerships: readonly string[];
}>;

function shapeRoles(user: string, most: number, scopes: Scopes, dice: Dice): RandomRole[] {
  const held = new Map<string, RandomRole>();
  const count = dice.between(0, most);
  for (let index = 0; index < count; index += 1) {
    const role = shapeRole(user, scopes, dice);
    const over = role.role === "partner_admin" ? role.partner : role.role === "partnership_admin" ? index : "";
    held.set(`${role.role} ${over}`, { ...role, ...shapeEnd(dice) });
  }
  return [...held.values()];
}

function shapeRole(user: string, { corner, partners, partnerships }: Scopes, dice: Dice): RandomRole {
  const kind = dice.between(1, 100);
  if (kind <= 5) {
    return { user, role: "root" };
  }
  if (kind <= 9) {
    return { user, role: "support" };
  }
  if (kind <= 38) {
    return { user, role: "neighbourhood_admin", neighbourhoods: dice.some(corner, 1, 2) };
  }
  if (kind <= 70) {
    const [places, tags] = [dice.chance(14) ? 0 : 1, dice.chance(14) ? 0 : 1];
    const neighbourhoods = dice.some(corner, places, 2 * places);
    return { user, role: "partnership_admin", neighbourhoods, partnerships: dice.some(partnerships, tags, 2 * tags) };
  }
  return { user, role: "partner_admin", partner: dice.pick(partners).id };
}

function shapeEnd(dice: Dice): { endsOn?: string } {
  if (!dice.chance(20)) {
    return {};
  }
  return { endsOn: dice.pick(["2030-06-14", WORLD_DAY, "2030-06-16"]) };
}
