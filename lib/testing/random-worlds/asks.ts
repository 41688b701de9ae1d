import "server-only";
import type { OracleAsk } from "../oracle/judgement";
import type { Dice } from "./dice";
import { partnerChange, partnerProposal } from "./partner-asks";
import { roleChange } from "./role-asks";
import type { WorldShape } from "./world-shape";

/** The actions that each type may be asked about, and one that nobody knows. Source: design/ACTION_CATALOGUE.md. */
const actions: Readonly<Record<string, readonly string[]>> = {
  system: [
    ...["view", "view_history", "view_access", "export", "view_dashboard", "view_audit", "view_jobs", "view_mail"],
    ...["view_data_quality", "manage_api_keys", "impersonate", "import_world", "open_review"],
  ],
  neighbourhood: ["view", "view_history", "view_access", "export", "create", "update", "open_review"],
  tag: ["view", "view_history", "view_access", "export", "create", "update", "delete", "decide_review"],
  partner: ["view", "view_history", "view_access", "export", "update", "delete", "hide", "unhide", "restore", "paint"],
  user: ["view", "view_history", "view_access", "export", "update", "reactivate", "view_sessions", "end_sessions"],
};

const fields: Readonly<Record<string, readonly string[]>> = {
  neighbourhood: ["name", "code", "unit", "parent", "colour"],
  tag: ["name", "description", "kind"],
  user: ["name", "email", "phone", "colour"],
};

const dashboards = ["root", "neighbourhood", "partnership", "partner", "site", "housing", "cellar"];

/** The partners that each actor sees: most asks are about these, since all others have one and the same answer. */
export type Within = ReadonlyMap<string, readonly string[]>;

/**
 * One random ask of an actor of the world, leaning towards what is delicate: changes of places and tags, roles, proposals.
 * Left out is what the rest of a shared database would decide (is this the last root, is this place in use at all).
 */
export function randomAsk(world: WorldShape, within: Within, dice: Dice): OracleAsk {
  const actor = dice.chance(1) ? `nobody@${world.prefix}.example` : dice.pick(world.actors);
  const partner = somePartner(world, within.get(actor) ?? [], dice);
  const kind = dice.between(1, 100);
  if (kind <= 42) {
    return { actor, action: "update", resource: partner, properties: partnerChange(world, dice) };
  }
  if (kind <= 50) {
    return {
      actor,
      action: "create",
      resource: { type: "partner", id: "new", properties: partnerProposal(world, dice) },
    };
  }
  if (kind <= 55) {
    return { actor, action: "create", resource: { type: "user", id: "new", properties: userProposal(world, dice) } };
  }
  if (kind <= 75) {
    return { actor, ...roleChange(world, partner, dice) };
  }
  return { actor, ...plainAsk(world, partner, dice) };
}

function plainAsk(world: WorldShape, partner: Named, dice: Dice): Omit<OracleAsk, "actor"> {
  const resource = someRecord(world, dice) ?? partner;
  const action = dice.pick(actions[resource.type] ?? []);
  if (action === "create") {
    const properties =
      resource.type === "tag" && dice.chance(80) ? { kind: dice.pick(["category", "partnership", "colour"]) } : {};
    return { action, resource: { ...resource, id: "new", properties } };
  }
  return { action, resource, properties: plainParameters(resource.type, action, dice) };
}

function plainParameters(type: string, action: string, dice: Dice): Record<string, unknown> | undefined {
  if (dice.chance(20)) {
    return undefined;
  }
  if (action === "update" && type !== "partner") {
    return { fields: dice.some(fields[type] ?? [], 0, 2) };
  }
  if (action === "view_dashboard") {
    return { dashboard: dice.pick(dashboards) };
  }
  return action === "hide" ? { reason: dice.pick(["Closed for repairs", "  "]) } : undefined;
}

type Named = Readonly<{ type: string; id: string }>;

function someRecord(world: WorldShape, dice: Dice): Named | null {
  switch (dice.between(0, 8)) {
    case 0:
    case 1:
      return { type: "system", id: dice.chance(95) ? "portal" : "cellar" };
    case 2:
      return { type: "neighbourhood", id: dice.chance(90) ? dice.pick(world.corner) : "nowhere" };
    case 3:
      return { type: "tag", id: dice.chance(90) ? dice.pick(world.tags).id : `${world.prefix}-none` };
    case 4:
    case 5:
      return { type: "user", id: dice.chance(90) ? dice.pick(world.users).email : `nobody@${world.prefix}.example` };
    default:
      return null;
  }
}

function somePartner(world: WorldShape, within: readonly string[], dice: Dice): Named {
  if (within.length > 0 && dice.chance(75)) {
    return { type: "partner", id: dice.pick(within) };
  }
  return { type: "partner", id: dice.chance(95) ? dice.pick(world.partners).id : `${world.prefix}-none` };
}

function userProposal(world: WorldShape, dice: Dice): Record<string, unknown> {
  const partners = dice.some(
    world.partners.map(({ id }) => id),
    dice.chance(85) ? 1 : 0,
    2,
  );
  return {
    email: dice.chance(95) ? `newcomer@${world.prefix}.example` : "no address",
    name: "Newcomer",
    partners: dice.chance(5) ? [...partners, `${world.prefix}-none`] : partners,
  };
}
