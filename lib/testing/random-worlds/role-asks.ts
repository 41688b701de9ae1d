import "server-only";
import type { OracleAsk } from "../oracle/judgement";
import type { Dice } from "./dice";
import type { RandomRole, WorldShape } from "./world-shape";

type RoleAsk = Omit<OracleAsk, "actor">;

/** A role given, taken or offered, mostly over a partner; a removal is mostly of something that is really held. */
export function roleChange(world: WorldShape, partner: OracleAsk["resource"], dice: Dice): RoleAsk {
  const action = dice.pick(["assign_role", "remove_role", "remove_role", "invite"]);
  const resource = dice.chance(75)
    ? partner
    : dice.chance(60)
      ? { type: "neighbourhood", id: dice.pick(world.corner) }
      : { type: "system", id: "portal" };
  if (dice.chance(5)) {
    return { action, resource };
  }
  if (action === "remove_role" && dice.chance(80)) {
    return removal(world, partner.id, dice) ?? { action, resource };
  }
  const person = dice.chance(90) ? dice.pick(world.users).email : `nobody@${world.prefix}.example`;
  const address = dice.chance(90) ? person : "no address";
  const whom = action === "invite" ? { email: address } : { user: person };
  const what = over(world, resource.type, dice);
  const role = action === "remove_role" && what.role === "root" ? "support" : what.role;
  return { action, resource, properties: { ...whom, ...what, role } };
}

const fitting: Readonly<Record<string, readonly string[]>> = {
  partner: ["partner_admin"],
  neighbourhood: ["neighbourhood_admin", "partnership_admin"],
  system: ["root", "support"],
};

const allRoles = Object.values(fitting).flat();

function over(world: WorldShape, type: string, dice: Dice): Record<string, unknown> {
  const role = dice.pick(dice.chance(90) ? (fitting[type] ?? allRoles) : allRoles);
  if (role === "partnership_admin" && dice.chance(85)) {
    const tags = dice.chance(80) ? world.tags.slice(0, 3) : world.tags;
    return {
      role,
      partnerships: dice.some(
        tags.map(({ id }) => id),
        0,
        2,
      ),
    };
  }
  return { role };
}

// Root is left alone: whether somebody is the last root depends on all worlds in the database.
function removal(world: WorldShape, id: string, dice: Dice): RoleAsk | null {
  const held = world.roles.filter(({ role }) => role !== "root");
  const administered = held.filter(({ partner }) => partner !== undefined && partner === id);
  const picked = administered.length > 0 && dice.chance(80) ? administered : held;
  return picked.length === 0 ? null : removalOf(dice.pick(picked), dice);
}

function removalOf(held: RandomRole, dice: Dice): RoleAsk {
  const { user, role } = held;
  const properties = { user, role };
  if (held.partner !== undefined) {
    return { action: "remove_role", resource: { type: "partner", id: held.partner }, properties };
  }
  const places = held.neighbourhoods ?? [];
  return places.length === 0
    ? { action: "remove_role", resource: { type: "system", id: "portal" }, properties }
    : { action: "remove_role", resource: { type: "neighbourhood", id: dice.pick(places) }, properties };
}
