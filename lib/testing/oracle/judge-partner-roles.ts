import "server-only";
import { judgeInvitation, judgeNewHolder, namesNothing } from "./judge-roles";
import { allow, disappearingPeopleAndPartners, invalid, type Judgement, noRight, type OracleAsk } from "./judgement";
import { adminsOf, coversAsArea, type Reach, reachOf, seesPartner } from "./reach";
import { type OraclePartner, type OracleWorld, plainEmail } from "./world";

const roles = ["partner_admin"];

/** Who may link people to a partner as its admins, take them off, and invite new ones (places.md sections 2, 5 and 6). */
export function judgePartnerRoles(world: OracleWorld, reach: Reach, partner: OraclePartner, ask: OracleAsk): Judgement {
  const overArea = reach.root || coversAsArea(world, reach, partner);
  if (!overArea && !(reach.partners.includes(partner.id) && ask.action !== "invite")) {
    return noRight;
  }
  switch (ask.action) {
    case "assign_role":
      return judgeNewHolder(world, ask, roles);
    case "invite":
      return judgeInvitation(ask, roles);
    default:
      return judgeRemoval(world, reach, partner, ask);
  }
}

function judgeRemoval(world: OracleWorld, reach: Reach, partner: OraclePartner, ask: OracleAsk): Judgement {
  if (namesNothing(ask)) {
    return allow;
  }
  const user = plainEmail(String(ask.properties?.user));
  if (ask.properties?.role !== "partner_admin" || !adminsOf(world, partner.id).includes(user)) {
    return invalid;
  }
  const after: OracleWorld = {
    ...world,
    roles: world.roles.filter(
      (held) => !(held.user === user && held.role === "partner_admin" && held.partner === partner.id),
    ),
  };
  const lost = disappearingPeopleAndPartners(world, after, reach.email);
  const asks =
    user === reach.email ? leavingAsks(after, reach, partner) : removingAsks(world, reach, partner, lost, user);
  return asks ? { outcome: "confirm", disappearing: lost } : allow;
}

function leavingAsks(after: OracleWorld, reach: Reach, partner: OraclePartner): boolean {
  if (!seesPartner(after, reachOf(after, reach.email), partner)) {
    return true;
  }
  return !reach.root && !coversAsArea(after, reach, partner) && adminsOf(after, partner.id).length === 0;
}

function removingAsks(
  world: OracleWorld,
  reach: Reach,
  partner: OraclePartner,
  lost: readonly { type: string; id: string }[],
  user: string,
): boolean {
  const asAreaAdmin = !reach.root && coversAsArea(world, reach, partner);
  return asAreaAdmin && lost.some(({ type, id }) => type === "user" && id === user);
}
