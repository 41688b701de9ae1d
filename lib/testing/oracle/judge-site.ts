import "server-only";
import type { OracleSite } from "./content";
import { judgeInvitation, judgeNewHolder, namesNothing } from "./judge-roles";
import {
  allow,
  areKnownFields,
  deny,
  invalid,
  type Judgement,
  listOf,
  noRight,
  type OracleAsk,
  unknownAction,
} from "./judgement";
import { type Reach, rolesInForce } from "./reach";
import { type OracleWorld, plainEmail } from "./world";

const fields = [
  ...["name", "placeName", "tagline", "description", "heroText", "heroImage", "logo", "footerLogo", "theme"],
  ...["slug", "domain"],
];
const roles = ["site_admin"];

/** The rules for sites: a site admin runs what it shows, root also says where it lies and who looks after it. */
export function judgeSite(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  switch (ask.action) {
    case "view":
    case "view_history":
    case "view_access":
    case "export":
    case "publish":
    case "unpublish":
      return allow;
    case "update":
      return judgeUpdate(world, reach, ask);
    case "create": {
      const { neighbourhoods, tags } = ask.resource.properties ?? {};
      return reach.root ? judgeLists(world, [neighbourhoods], [tags]) : noRight;
    }
    case "delete":
      return reach.root ? allow : noRight;
    case "assign_role":
      return reach.root ? judgeNewHolder(world, ask, roles) : noRight;
    case "invite":
      return reach.root ? judgeInvitation(ask, roles) : noRight;
    case "remove_role":
      return reach.root ? judgeRemoval(world, ask) : noRight;
    default:
      return unknownAction;
  }
}

function judgeUpdate(world: OracleWorld, reach: Reach, ask: OracleAsk): Judgement {
  const site = world.sites.get(ask.resource.id);
  const { fields: named, addNeighbourhoods, removeNeighbourhoods, addTags, removeTags } = ask.properties ?? {};
  if (site === undefined) {
    return noRight;
  }
  if (!reach.root) {
    const faults = faultsOf(site, ask.properties ?? {});
    if (faults.length > 0) {
      return deny(...faults);
    }
  }
  if (!areKnownFields(named, fields)) {
    return invalid;
  }
  return judgeLists(world, [addNeighbourhoods, removeNeighbourhoods], [addTags, removeTags]);
}

/** What a site admin may not change: slug, domain, neighbourhoods, partnership tags (places.md section 3). */
function faultsOf(site: OracleSite, change: Readonly<Record<string, unknown>>): string[][] {
  const { fields: named, addNeighbourhoods, removeNeighbourhoods, addTags, removeTags } = change;
  return [
    ...((listOf(named) ?? []).some((field) => ["slug", "domain"].includes(field)) ? [["field_not_yours"]] : []),
    ...(differs(site.neighbourhoods, addNeighbourhoods, removeNeighbourhoods) ? [["field_not_yours"]] : []),
    ...(differs(site.partnerships, addTags, removeTags) ? [["tag_not_yours"]] : []),
  ];
}

function differs(before: readonly string[], added: unknown, removed: unknown): boolean {
  const after = new Set(before.filter((id) => !(listOf(removed) ?? []).includes(id)));
  for (const id of listOf(added) ?? []) {
    after.add(id);
  }
  return after.size !== before.length || before.some((id) => !after.has(id));
}

// The first list of each pair is what comes: that must exist, and tags must be partnerships.
function judgeLists(world: OracleWorld, places: readonly unknown[], tags: readonly unknown[]): Judgement {
  const wellFormed = [...places, ...tags].every((list) => listOf(list) !== null);
  const placesExist = (listOf(places[0]) ?? []).every((code) => world.places.has(code));
  const arePartnerships = (listOf(tags[0]) ?? []).every((id) => world.tags.get(id)?.kind === "partnership");
  return wellFormed && placesExist && arePartnerships ? allow : invalid;
}

function judgeRemoval(world: OracleWorld, ask: OracleAsk): Judgement {
  if (namesNothing(ask)) {
    return allow;
  }
  const user = plainEmail(String(ask.properties?.user));
  const held = rolesInForce(world, user).some(
    ({ role, site }) => role === ask.properties?.role && role === "site_admin" && site === ask.resource.id,
  );
  return held ? allow : invalid;
}
