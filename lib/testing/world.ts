import "server-only";
import { type DemoAccount, demoAccounts } from "@/lib/platform/sign-in/constants";
import type { WorldFile } from "@/lib/world/schema";
import { demoPartners } from "./demo/partner";
import { hulmePartners } from "./demo/partners-hulme";
import { lancashirePartners } from "./demo/partners-lancashire";
import { manchesterPartners } from "./demo/partners-manchester";
import { manchesterEdgePartners } from "./demo/partners-manchester-edges";
import { mossSidePartners } from "./demo/partners-moss-side";
import { salfordPartners, traffordPartners } from "./demo/partners-salford-trafford";
import { cardiffPartners, glasgowPartners, gwyneddPartners } from "./demo/partners-wales-scotland";
import { demoUsers } from "./demo/people";
import { demoNeighbourhoods } from "./demo/places";
import { demoRoles } from "./demo/roles";
import { demoTags } from "./demo/tags";

/** The accounts that the sign-in page offers, for browser tests, which reach the portal by its pages alone. */
export function offeredAccounts(): readonly DemoAccount[] {
  return demoAccounts;
}

/**
 * The demo world: a few towns of Greater Manchester and Lancashire, two corners of Wales and one of Scotland, with
 * every role, every state and every awkward case of the rules in places.md at least once. Places are public facts,
 * organisations and people are invented. The same object every time.
 */
export function demoWorld(): WorldFile {
  return {
    format: "remit-world/1",
    users: demoUsers(),
    neighbourhoods: demoNeighbourhoods(),
    tags: [...demoTags],
    partners: [
      ...demoPartners("Manchester", hulmePartners),
      ...demoPartners("Manchester", mossSidePartners),
      ...demoPartners("Manchester", manchesterPartners),
      ...demoPartners("Manchester", manchesterEdgePartners),
      ...demoPartners("Salford", salfordPartners),
      ...demoPartners("Trafford", traffordPartners),
      ...demoPartners("Lancashire", lancashirePartners),
      ...demoPartners("Gwynedd", gwyneddPartners),
      ...demoPartners("Caerdydd / Cardiff", cardiffPartners),
      ...demoPartners("Glasgow", glasgowPartners),
    ],
    roles: demoRoles(),
  };
}
