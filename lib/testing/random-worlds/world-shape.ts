import "server-only";
import type { Dice } from "./dice";
import { type RandomContent, shapeContent } from "./shape-content";
import { type RandomPartner, shapePartner } from "./shape-partner";
import { cornerOf, type TreePlace } from "./tree";

/** The day on which random worlds are judged, at noon (UTC); grants end just before, on and just after it. */
export const WORLD_DAY = "2030-06-15";

/** One entry of `roles` in a random world. */
export interface RandomRole {
  readonly user: string;
  readonly role: "root" | "support" | "neighbourhood_admin" | "partnership_admin" | "partner_admin" | "site_admin";
  readonly neighbourhoods?: readonly string[];
  readonly partnerships?: readonly string[];
  readonly partner?: string;
  readonly site?: string;
  readonly endsOn?: string;
}

/** A random world in the shape of a world file, as far as rights go; the tree is the batch's. */
export interface WorldShape extends RandomContent {
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
  const content = shapeContent(prefix, { corner, partners, tags }, dice);
  const scopes = { corner, partners, sites: content.sites, partnerships: tags.slice(0, 3).map(({ id }) => id) };
  const roles = emails.flatMap((email, index) => shapeRoles(email, index < ACTORS ? 3 : 2, scopes, dice));
  const actors = emails.slice(0, ACTORS);
  return { prefix, actors, corner, users, neighbourhoods: tree, tags, partners, ...content, roles };
}

type Scopes = Readonly<{
  corner: readonly string[];
  partners: readonly RandomPartner[];
  sites: RandomContent["sites"];
  partnerships: readonly string[];
}>;

function shapeRoles(user: string, most: number, scopes: Scopes, dice: Dice): RandomRole[] {
  const held = new Map<string, RandomRole>();
  const count = dice.between(0, most);
  for (let index = 0; index < count; index += 1) {
    const role = shapeRole(user, scopes, dice);
    const over = role.role === "partnership_admin" ? index : (role.partner ?? role.site ?? "");
    held.set(`${role.role} ${over}`, { ...role, ...shapeEnd(dice) });
  }
  return [...held.values()];
}

function shapeRole(user: string, { corner, partners, sites, partnerships }: Scopes, dice: Dice): RandomRole {
  const kind = dice.between(1, 100);
  if (kind <= 5) {
    return { user, role: "root" };
  }
  if (kind <= 9) {
    return { user, role: "support" };
  }
  if (kind <= 34) {
    return { user, role: "neighbourhood_admin", neighbourhoods: dice.some(corner, 1, 2) };
  }
  if (kind <= 62) {
    const [places, tags] = [dice.chance(14) ? 0 : 1, dice.chance(14) ? 0 : 1];
    const neighbourhoods = dice.some(corner, places, 2 * places);
    return { user, role: "partnership_admin", neighbourhoods, partnerships: dice.some(partnerships, tags, 2 * tags) };
  }
  return kind <= 85
    ? { user, role: "partner_admin", partner: dice.pick(partners).id }
    : { user, role: "site_admin", site: dice.pick(sites).id };
}

function shapeEnd(dice: Dice): { endsOn?: string } {
  if (!dice.chance(20)) {
    return {};
  }
  return { endsOn: dice.pick(["2030-06-14", WORLD_DAY, "2030-06-16"]) };
}
