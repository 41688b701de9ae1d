import "server-only";
import type { OracleAsk } from "../oracle/judgement";
import { reachOf, seesPartner } from "../oracle/reach";
import type { RandomWorld } from "./batch";

type Asked = readonly [world: RandomWorld, question: OracleAsk];

// Left out: to delete or deactivate people, which depends on every root in the database.
const plainActions = {
  neighbourhood: ["view", "view_history", "view_access", "export", "update", "assign_role", "remove_role", "invite"],
  tag: ["view", "view_history", "view_access", "export", "update", "delete"],
  user: ["view", "view_history", "view_access", "export", "update", "reactivate", "view_sessions", "end_sessions"],
  partner: [
    ...["view", "view_history", "view_access", "export", "update", "delete", "hide", "unhide", "restore"],
    ...["assign_role", "remove_role", "invite"],
  ],
  system: [
    ...["view", "view_history", "view_access", "export", "view_dashboard", "view_audit", "view_jobs", "view_mail"],
    ...["view_data_quality", "manage_api_keys", "impersonate", "import_world", "assign_role", "remove_role", "invite"],
  ],
} as const;

const dashboards = [
  "root",
  "neighbourhood",
  "partnership",
  "partner",
  "site",
  "corporate",
  "program",
  "provider",
  "housing",
];

/**
 * Every action without parameters on the records of a world, every dashboard, and `inFull` the partners too, with each
 * single place and tag added to and taken from every partner in sight.
 */
export function systematicAsks(world: RandomWorld, inFull: boolean): Asked[] {
  const { corner, tags, users } = world;
  return world.actors.flatMap((actor) => [
    ...cells(world, actor, "system", ["portal"]),
    ...cells(world, actor, "neighbourhood", corner.slice(0, 1)),
    ...cells(
      world,
      actor,
      "tag",
      tags.map(({ id }) => id),
    ),
    ...cells(
      world,
      actor,
      "user",
      users.map(({ email }) => email),
    ),
    ...dashboards.map((dashboard): Asked => {
      const resource = { type: "system", id: "portal" };
      return [world, { actor, action: "view_dashboard", resource, properties: { dashboard } }];
    }),
    ...(inFull ? partnerAsks(world, actor) : []),
  ]);
}

function cells(world: RandomWorld, actor: string, type: keyof typeof plainActions, ids: readonly string[]): Asked[] {
  return ids.flatMap((id) =>
    plainActions[type].map((action): Asked => [world, { actor, action, resource: { type, id } }]),
  );
}

function partnerAsks(world: RandomWorld, actor: string): Asked[] {
  const reach = reachOf(world.oracle, actor);
  const seen = [...world.oracle.partners.values()].filter((partner) => seesPartner(world.oracle, reach, partner));
  const changes = [
    ...world.corner.flatMap((code) => [{ addNeighbourhoods: [code] }, { removeNeighbourhoods: [code] }]),
    ...world.tags.flatMap(({ id }) => [{ addTags: [id] }, { removeTags: [id] }]),
    { fields: ["slug"] },
  ];
  return [
    ...cells(
      world,
      actor,
      "partner",
      world.partners.map(({ id }) => id),
    ),
    ...seen.flatMap(({ id }) =>
      changes.map(
        (properties): Asked => [world, { actor, action: "update", resource: { type: "partner", id }, properties }],
      ),
    ),
  ];
}
