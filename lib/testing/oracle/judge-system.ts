import "server-only";
import { judgeInvitation, judgeNewHolder, namesNothing } from "./judge-roles";
import { allow, disappearing, invalid, type Judgement, noRight, type OracleAsk, unknownAction } from "./judgement";
import { hasArea, isLastRoot, type Reach, rolesInForce } from "./reach";
import { type OracleWorld, plainEmail } from "./world";

const rootOnly = [
  "view_history",
  "view_access",
  "export",
  "view_audit",
  "view_jobs",
  "view_mail",
  "view_data_quality",
  "manage_api_keys",
  "impersonate",
  "import_world",
];

const dashboards = [
  "root",
  "neighbourhood",
  "partnership",
  "partner",
  "site",
  "corporate",
  "program",
  "provider",
  "housing",
];

const roles = ["root", "support"];

/** The rules for the portal as a whole: seen by everybody, run by root. */
export function judgeSystem(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  if (ask.action === "view") {
    return allow;
  }
  if (ask.action === "view_dashboard") {
    return judgeDashboard(reach, ask.properties?.dashboard);
  }
  if (!reach.root) {
    return [...rootOnly, "assign_role", "remove_role", "invite"].includes(ask.action) ? noRight : unknownAction;
  }
  if (rootOnly.includes(ask.action)) {
    return allow;
  }
  switch (ask.action) {
    case "assign_role":
      return judgeNewHolder(world, ask, roles);
    case "invite":
      return judgeInvitation(ask, roles);
    case "remove_role":
      return judgeRemoval(world, reach, ask);
    default:
      return unknownAction;
  }
}

function judgeDashboard(reach: Reach, dashboard: unknown): Judgement {
  if (reach.root) {
    return dashboard === undefined || dashboards.some((name) => name === dashboard) ? allow : invalid;
  }
  const open: Record<string, boolean> = {
    neighbourhood: reach.area.length > 0,
    partnership: reach.partnerships.length > 0,
    partner: reach.partners.length > 0,
  };
  if (dashboard === undefined) {
    return hasArea(reach) || reach.partners.length > 0 ? allow : noRight;
  }
  if (typeof dashboard === "string" && open[dashboard] === true) {
    return allow;
  }
  const known = dashboards.some((name) => name === dashboard);
  return known ? noRight : unknownAction;
}

function judgeRemoval(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  if (namesNothing(ask)) {
    return allow;
  }
  const user = plainEmail(String(ask.properties?.user));
  const role = ask.properties?.role;
  if (!rolesInForce(world, user).some((held) => held.role === role && roles.includes(held.role))) {
    return invalid;
  }
  if (role === "root" && isLastRoot(world, user)) {
    return invalid;
  }
  if (user !== reach.email) {
    return allow;
  }
  const after = { ...world, roles: world.roles.filter((held) => held.user !== user || held.role !== role) };
  // What root would lose may be most of a million records; the portal stands for them.
  const loses = disappearing(world, after, reach.email).length > 0;
  return loses ? { outcome: "confirm", disappearing: [{ type: "system", id: "portal" }] } : allow;
}
