import "server-only";
import { allow, areKnownFields, deny, invalid, type Judgement, type OracleAsk, unknownAction } from "./judgement";
import { type Reach, seesPartner } from "./reach";
import type { OracleWorld } from "./world";

const fields = ["name", "url", "strategy", "contact"];
const strategiesWithPlace = ["place", "room_number", "event_override"];

/** Refused because a partner that is named is not within reach, or not there at all; whoever reaches nothing at all has no grant. */
const notWithinReach = deny(["outside_reach", "no_grant"]);

/** The rules for calendars. Whoever sees one (through its organiser) may do everything to it, as long as it stays in reach. */
export function judgeCalendar(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  switch (ask.action) {
    case "create":
      return judgeCreation(world, reach, ask.resource.properties ?? {});
    case "view":
    case "view_history":
    case "view_access":
    case "export":
    case "import":
    case "delete":
      return allow;
    case "update":
      return judgeUpdate(world, reach, ask);
    default:
      return unknownAction;
  }
}

function judgeCreation(world: OracleWorld, reach: Reach, record: Readonly<Record<string, unknown>>): Judgement {
  const { partner, place } = record;
  const named = [partner, ...(place === undefined || place === null ? [] : [place])];
  if (!named.every((id) => isInReach(world, reach, id))) {
    return notWithinReach;
  }
  return named.every((id) => isThere(world, id)) ? allow : invalid;
}

function judgeUpdate(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  const calendar = world.calendars.get(ask.resource.id);
  const { partner, place, fields: named } = ask.properties ?? {};
  if (calendar === undefined) {
    return notWithinReach;
  }
  // What stays as it is needs nobody's leave: an existing choice may stay (places.md section 3).
  const comes = [
    ...(partner === undefined || partner === calendar.partner ? [] : [partner]),
    ...(place === undefined || place === null || place === calendar.place ? [] : [place]),
  ];
  if (!comes.every((id) => isInReach(world, reach, id))) {
    return notWithinReach;
  }
  const changesStrategy = Array.isArray(named) && named.includes("strategy");
  const losesPlace = place === null && calendar.place !== null;
  const needsPlace = strategiesWithPlace.includes(calendar.strategy) && !changesStrategy;
  const valid = areKnownFields(named, fields) && comes.every((id) => isThere(world, id)) && !(losesPlace && needsPlace);
  return valid ? allow : invalid;
}

// Root reaches everything, so that root alone is told what does not exist.
function isInReach(world: OracleWorld, reach: Reach, id: unknown): boolean {
  const partner = typeof id === "string" ? world.partners.get(id) : undefined;
  return reach.root || (partner !== undefined && seesPartner(world, reach, partner));
}

function isThere(world: OracleWorld, id: unknown): boolean {
  return typeof id === "string" && world.partners.has(id);
}
