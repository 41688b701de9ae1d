import "server-only";
import { allow, areKnownFields, invalid, type Judgement, noRight, type OracleAsk, unknownAction } from "./judgement";
import type { Reach } from "./reach";
import type { OracleWorld } from "./world";

const kinds = ["category", "facility", "partnership"];
const fields = ["name", "description"];

/** The rules for tag records: seen by admins as far as their kind allows, changed by root. */
export function judgeTag(_world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  if (["view", "view_history", "view_access", "export"].includes(ask.action)) {
    return allow;
  }
  if (!["create", "update", "delete"].includes(ask.action)) {
    return unknownAction;
  }
  if (!reach.root) {
    return noRight;
  }
  switch (ask.action) {
    case "create": {
      const kind = ask.resource.properties?.kind;
      return kind === undefined || kinds.some((known) => known === kind) ? allow : invalid;
    }
    case "update":
      return areKnownFields(ask.properties?.fields, fields) ? allow : invalid;
    default:
      return allow;
  }
}
