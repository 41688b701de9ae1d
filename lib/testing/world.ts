import "server-only";
import type { WorldFile } from "@/lib/world/schema";
import { demoPartners } from "./demo/partner";
import { hulmePartners } from "./demo/partners-hulme";
import { lancashirePartners } from "./demo/partners-lancashire";
import { manchesterPartners } from "./demo/partners-manchester";
import { manchesterEdgePartners } from "./demo/partners-manchester-edges";
import { mossSidePartners } from "./demo/partners-moss-side";
import { salfordPartners, traffordPartners } from "./demo/partners-salford-trafford";
import { cardiffPartners, glasgowPartners, gwyneddPartners } from "./demo/partners-wales-scotland";
import { type DemoPerson, demoEmail, demoName, demoUsers } from "./demo/people";
import { demoNeighbourhoods } from "./demo/places";
import { demoRoles } from "./demo/roles";
import { demoTags } from "./demo/tags";

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

/** An account that the sign-in page offers in demo mode. `role` says in plain words what the person holds. */
export type DemoAccount = Readonly<{ role: string; email: string; name: string }>;

/** One account for each kind of role, in the order in which they are offered. All of them are active. */
export const demoAccounts: readonly DemoAccount[] = [
  account("Root", "ruth.adeyemi"),
  account("Neighbourhood admin", "nasreen.malik"),
  account("Partnership admin", "patience.okoro"),
  account("Partner admin", "joyce.appiah"),
  account("Several roles", "mel.hartley"),
  account("Support", "saoirse.quinn"),
  account("No role yet", "yusuf.karim"),
];

function account(role: string, person: DemoPerson): DemoAccount {
  return { role, email: demoEmail(person), name: demoName(person) };
}
