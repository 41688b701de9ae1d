import "server-only";
import { judgePartnerCreation } from "./judge-partner-creation";
import { judgePartnerRoles } from "./judge-partner-roles";
import { judgePartnerUpdate } from "./judge-partner-update";
import { allow, deny, invalid, type Judgement, noRight, type OracleAsk, unknownAction } from "./judgement";
import { coversAsArea, type Reach } from "./reach";
import { isWhollyInside, type OraclePartner, type OracleWorld, partnershipsOf } from "./world";

/** The rules for partners. Whoever asks about an existing one already sees it. */
export function judgePartner(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  if (ask.action === "create") {
    return judgePartnerCreation(world, reach, ask.resource.properties);
  }
  const partner = world.partners.get(ask.resource.id);
  if (partner === undefined) {
    return noRight;
  }
  switch (ask.action) {
    case "view":
    case "view_history":
    case "view_access":
    case "export":
      return allow;
    case "update":
      return judgePartnerUpdate(world, reach, partner, ask.properties ?? {});
    case "delete":
      return mayDelete(world, reach, partner) ? allow : deny(["not_wholly_inside", "tag_not_yours"]);
    case "hide":
    case "unhide":
      return judgeHiding(world, reach, partner, ask);
    case "restore":
      return reach.root ? invalid : noRight;
    case "assign_role":
    case "remove_role":
    case "invite":
      return judgePartnerRoles(world, reach, partner, ask);
    default:
      return unknownAction;
  }
}

// Every "only inside" test is met by one grant or not at all (places.md section 8).
function mayDelete(world: OracleWorld, reach: Reach, partner: OraclePartner): boolean {
  if (reach.root || reach.partners.includes(partner.id) || isWhollyInside(world, partner, reach.area)) {
    return true;
  }
  const carried = partnershipsOf(world, partner);
  return reach.partnerships.some(
    ({ area, tags }) =>
      isWhollyInside(world, partner, area) && carried.length > 0 && carried.every((tag) => tags.includes(tag)),
  );
}

function judgeHiding(world: OracleWorld, reach: Reach, partner: OraclePartner, ask: OracleAsk): Judgement {
  if (!reach.root && !coversAsArea(world, reach, partner)) {
    return noRight;
  }
  const reason = ask.properties?.reason;
  const blank = typeof reason !== "string" || reason.trim() === "";
  return reason !== undefined && blank ? invalid : allow;
}
