import "server-only";
import { judgeCalendar } from "./judge-calendar";
import { judgeEvent } from "./judge-event";
import { judgeNeighbourhood } from "./judge-neighbourhood";
import { judgePartner } from "./judge-partner";
import { judgeSite } from "./judge-site";
import { judgeSystem } from "./judge-system";
import { judgeTag } from "./judge-tag";
import { judgeUser } from "./judge-user";
import { deny, type Judgement, notVisible, type OracleAsk, unknownAction } from "./judgement";
import {
  type Reach,
  reachOf,
  seesCalendar,
  seesEvent,
  seesPartner,
  seesPerson,
  seesPlaces,
  seesSite,
  seesTag,
} from "./reach";
import { type OracleWorld, plainEmail } from "./world";

/**
 * What the rules say about one ask: slow, plain, and written from domains/places.md and the action catalogue alone,
 * never from the policy, so that agreement between the two means something.
 */
export function judge(world: OracleWorld, ask: OracleAsk): Judgement {
  const person = ask.actor === null ? undefined : world.people.get(plainEmail(ask.actor));
  if (person === undefined) {
    return deny(["not_signed_in"]);
  }
  if (person.deactivated) {
    return deny(["deactivated"]);
  }
  const reach = reachOf(world, person.email);
  const proposed = ask.action === "create" && ask.resource.id === "new";
  if (!proposed && !isVisible(world, reach, ask)) {
    return notVisible;
  }
  if (ask.action === "create" && !proposed) {
    return unknownAction;
  }
  switch (ask.resource.type) {
    case "system":
      return judgeSystem(world, reach, ask);
    case "neighbourhood":
      return judgeNeighbourhood(world, reach, ask);
    case "tag":
      return judgeTag(world, reach, ask);
    case "partner":
      return judgePartner(world, reach, ask);
    case "calendar":
      return judgeCalendar(world, reach, ask);
    case "event":
      return judgeEvent(world, reach, ask);
    case "site":
      return judgeSite(world, reach, ask);
    case "user":
      return judgeUser(world, reach, ask);
    default:
      return unknownAction;
  }
}

function isVisible(world: OracleWorld, reach: Reach, { action, resource: { type, id } }: OracleAsk): boolean {
  switch (type) {
    case "system":
      return id === "portal";
    case "neighbourhood":
      return world.places.has(id) && seesPlaces(reach);
    case "tag":
      return world.tags.has(id) && seesTag(world, reach, id);
    case "partner": {
      const partner = world.partners.get(id);
      if (partner === undefined) {
        return action === "restore" && reach.root && canComeBack(world, id);
      }
      return seesPartner(world, reach, partner);
    }
    case "calendar": {
      const calendar = world.calendars.get(id);
      return calendar !== undefined && seesCalendar(world, reach, calendar);
    }
    case "event": {
      const event = world.events.get(id);
      return event !== undefined && seesEvent(world, reach, event);
    }
    case "site":
      return world.sites.has(id) && seesSite(reach, id);
    case "user":
      return world.people.has(plainEmail(id)) && seesPerson(world, reach, plainEmail(id));
    default:
      return false;
  }
}

const DAYS_TO_COME_BACK = 30;

/** Whether a deleted partner can still be brought back: within 30 days, and not brought back already. */
function canComeBack({ now, deletedPartners }: OracleWorld, id: string): boolean {
  const deleted = deletedPartners.get(id);
  const daysAgo = deleted === undefined ? 0 : (Date.parse(now) - Date.parse(deleted.deletedAt)) / 86_400_000;
  return deleted !== undefined && !deleted.restored && daysAgo <= DAYS_TO_COME_BACK;
}
