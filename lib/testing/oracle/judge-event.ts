import "server-only";
import { allow, invalid, type Judgement, noRight, type OracleAsk, unknownAction } from "./judgement";
import { coversAsArea, organiserOf, type Reach, seesCalendar } from "./reach";
import type { OracleWorld } from "./world";

/** The rules for events. Whoever asks about one already sees it: through its organiser, or as a site shows it. */
export function judgeEvent(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  const event = world.events.get(ask.resource.id);
  const calendar = world.calendars.get(event?.calendar ?? "");
  if (event === undefined || calendar === undefined) {
    return unknownAction;
  }
  switch (ask.action) {
    case "view":
    case "export":
      return allow;
    // The public sees neither history nor admins, and site admins see events as the public does.
    case "view_history":
    case "view_access":
      return seesCalendar(world, reach, calendar) ? allow : noRight;
    case "hide":
    case "unhide": {
      const organiser = organiserOf(world, calendar);
      if (!reach.root && !(organiser !== undefined && coversAsArea(world, reach, organiser))) {
        return noRight;
      }
      const sensible = ask.action === "hide" ? !event.hidden && !isBlank(ask.properties?.reason) : event.hidden;
      return sensible ? allow : invalid;
    }
    default:
      return unknownAction;
  }
}

function isBlank(reason: unknown): boolean {
  return reason !== undefined && (typeof reason !== "string" || reason.trim() === "");
}
