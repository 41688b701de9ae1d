import "server-only";
import { judgeNeighbourhood } from "./judge-neighbourhood";
import { judgePartner } from "./judge-partner";
import { judgeSystem } from "./judge-system";
import { judgeTag } from "./judge-tag";
import { judgeUser } from "./judge-user";
import { deny, type Judgement, notVisible, type OracleAsk, unknownAction } from "./judgement";
import { type Reach, reachOf, seesPartner, seesPerson, seesPlaces, seesTag } from "./reach";
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
    case "user":
      return judgeUser(world, reach, ask);
    default:
      return unknownAction;
  }
}

function isVisible(world: OracleWorld, reach: Reach, { resource: { type, id } }: OracleAsk): boolean {
  switch (type) {
    case "system":
      return id === "portal";
    case "neighbourhood":
      return world.places.has(id) && seesPlaces(reach);
    case "tag":
      return world.tags.has(id) && seesTag(world, reach, id);
    case "partner": {
      const partner = world.partners.get(id);
      return partner !== undefined && seesPartner(world, reach, partner);
    }
    case "user":
      return world.people.has(plainEmail(id)) && seesPerson(world, reach, plainEmail(id));
    default:
      return false;
  }
}
