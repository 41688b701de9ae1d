import "server-only";
import { judgeInvitation, judgeNewHolder, namedPartnerships, namesNothing } from "./judge-roles";
import { allow, areKnownFields, invalid, type Judgement, noRight, type OracleAsk, unknownAction } from "./judgement";
import { type Reach, rolesInForce } from "./reach";
import { type OracleWorld, placesOf, plainEmail } from "./world";

const fields = ["name", "code", "unit", "parent"];
const roles = ["neighbourhood_admin", "partnership_admin"];

/** The rules for places of the tree: seen by root and whoever looks after an area, changed by root. */
export function judgeNeighbourhood(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  if (["view", "view_history", "view_access", "export"].includes(ask.action)) {
    return allow;
  }
  if (!["create", "update", "delete", "assign_role", "invite", "remove_role"].includes(ask.action)) {
    return unknownAction;
  }
  if (!reach.root) {
    return noRight;
  }
  switch (ask.action) {
    case "create":
      return allow;
    case "update":
      return areKnownFields(ask.properties?.fields, fields) ? allow : invalid;
    case "delete":
      return isReferenced(world, ask.resource.id) ? invalid : allow;
    case "assign_role":
      return lacksPartnerships(world, ask) ? invalid : judgeNewHolder(world, ask, roles);
    case "invite":
      return lacksPartnerships(world, ask) ? invalid : judgeInvitation(ask, roles);
    default:
      return namesNothing(ask) || isHeld(world, ask) ? allow : invalid;
  }
}

// A grant that is past still refers to the place, so the place cannot go.
function isReferenced(world: OracleWorld, code: string): boolean {
  return (
    [...world.places.values()].some(({ parent }) => parent === code) ||
    [...world.partners.values()].some((partner) => placesOf(partner).includes(code)) ||
    world.roles.some(({ neighbourhoods }) => neighbourhoods.includes(code))
  );
}

function lacksPartnerships(world: OracleWorld, ask: OracleAsk): boolean {
  return ask.properties?.role === "partnership_admin" && namedPartnerships(world, ask) === null;
}

function isHeld(world: OracleWorld, ask: OracleAsk): boolean {
  const user = plainEmail(String(ask.properties?.user));
  const role = ask.properties?.role;
  const named = ask.properties?.partnerships === undefined ? [] : namedPartnerships(world, ask);
  return (
    named !== null &&
    rolesInForce(world, user).some(
      (held) =>
        held.role === role &&
        held.neighbourhoods.includes(ask.resource.id) &&
        named.every((id) => held.partnerships.includes(id)),
    )
  );
}
