import "server-only";
import {
  allow,
  areKnownFields,
  deny,
  invalid,
  type Judgement,
  listOf,
  looksLikeEmail,
  noRight,
  type OracleAsk,
  unknownAction,
} from "./judgement";
import { coversAsArea, hasArea, isLastRoot, type Reach } from "./reach";
import { type OracleWorld, plainEmail } from "./world";

const fields = ["name", "email", "phone"];

/** The rules for accounts: everybody their own, root all, area admins those of the admins of their partners. */
export function judgeUser(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  const email = plainEmail(ask.resource.id);
  const ownOrRoot = reach.root || reach.email === email;
  switch (ask.action) {
    case "view":
    case "view_history":
    case "view_access":
    case "export":
      return allow;
    case "create":
      return judgeCreation(world, reach, ask.resource.properties);
    case "update":
      return judgeUpdate(ownOrRoot, ask.properties?.fields);
    case "view_sessions":
    case "end_sessions":
      return ownOrRoot ? allow : noRight;
    case "reactivate":
      return reach.root ? allow : noRight;
    case "delete":
    case "deactivate":
      if (!reach.root) {
        return noRight;
      }
      return isLastRoot(world, email) ? invalid : allow;
    default:
      return unknownAction;
  }
}

// Whoever sees somebody may open the edit page: some link to a partner in scope could be changed there.
function judgeUpdate(ownOrRoot: boolean, proposed: unknown): Judgement {
  const asked = listOf(proposed);
  if (asked !== null && asked.length === 0) {
    return allow;
  }
  if (!ownOrRoot) {
    const codes = ["field_not_yours", "no_grant", "outside_reach"];
    return deny(areKnownFields(proposed, fields) ? codes : [...codes, "invalid"]);
  }
  return areKnownFields(proposed, fields) ? allow : invalid;
}

function judgeCreation(
  world: OracleWorld,
  reach: Reach,
  record: Readonly<Record<string, unknown>> | undefined,
): Judgement {
  if (!reach.root && !hasArea(reach)) {
    return noRight;
  }
  if (record === undefined) {
    return allow;
  }
  const asked = listOf(record.partners);
  const partners = (asked ?? []).map((id) => world.partners.get(id));
  if (!reach.root) {
    const allInScope = partners.every((partner) => partner !== undefined && coversAsArea(world, reach, partner));
    if (partners.length === 0 || !allInScope) {
      return noRight;
    }
  }
  return asked !== null && !partners.includes(undefined) && looksLikeEmail(record.email) ? allow : invalid;
}
