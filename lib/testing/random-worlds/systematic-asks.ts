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
  calendar: ["view", "view_history", "view_access", "export", "update", "import", "delete"],
  event: ["view", "view_history", "view_access", "export", "hide", "unhide"],
  site: [
    ...["view", "view_history", "view_access", "export", "update", "delete", "publish", "unpublish"],
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
 * single place and tag added to and taken from every partner in sight, and calendars given to and held at each partner.
 */
export function systematicAsks(world: RandomWorld, inFull: boolean): Asked[] {
  const { corner, tags, users, calendars, events, sites } = world;
  const ids = (records: readonly Readonly<{ id: string }>[]) => records.map(({ id }) => id);
  return world.actors.flatMap((actor) => [
    ...cells(world, actor, "system", ["portal"]),
    ...cells(world, actor, "neighbourhood", corner.slice(0, 1)),
    ...cells(world, actor, "tag", ids(tags)),
    [world, { actor, action: "create", resource: { type: "tag", id: "new", properties: { kind: "category" } } }],
    ...cells(world, actor, "calendar", ids(calendars)),
    ...cells(world, actor, "event", ids(events)),
    ...cells(world, actor, "site", ids(sites)),
    ...siteAsks(world, actor),
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
    ...(inFull ? [...partnerAsks(world, actor), ...calendarAsks(world, actor)] : []),
  ]);
}

function cells(world: RandomWorld, actor: string, type: keyof typeof plainActions, ids: readonly string[]): Asked[] {
  return ids.flatMap((id) =>
    plainActions[type].map((action): Asked => [world, { actor, action, resource: { type, id } }]),
  );
}

function siteAsks(world: RandomWorld, actor: string): Asked[] {
  const changes = [
    ...["name", "slug", "domain"].map((field) => ({ fields: [field] })),
    ...world.corner.flatMap((code) => [{ addNeighbourhoods: [code] }, { removeNeighbourhoods: [code] }]),
    ...world.tags.slice(0, 4).flatMap(({ id }) => [{ addTags: [id] }, { removeTags: [id] }]),
  ];
  return [
    [world, { actor, action: "create", resource: { type: "site", id: "new", properties: {} } }],
    ...world.sites.flatMap(({ id }) => changes.map((properties) => update(world, actor, "site", id, properties))),
  ];
}

/** The partners that stand for all where each would be too many. */
const MOST_NAMED = 8;

function calendarAsks(world: RandomWorld, actor: string): Asked[] {
  const named = world.partners.slice(0, MOST_NAMED).map(({ id }) => id);
  return [
    ...named.map((partner): Asked => {
      const resource = { type: "calendar", id: "new", properties: { partner } };
      return [world, { actor, action: "create", resource }];
    }),
    ...world.calendars.flatMap(({ id }) => [
      update(world, actor, "calendar", id, { place: null }),
      ...named.flatMap((partner) => [
        update(world, actor, "calendar", id, { partner }),
        update(world, actor, "calendar", id, { place: partner }),
      ]),
    ]),
  ];
}

function update(
  world: RandomWorld,
  actor: string,
  type: string,
  id: string,
  properties: Readonly<Record<string, unknown>>,
): Asked {
  return [world, { actor, action: "update", resource: { type, id }, properties }];
}

function partnerAsks(world: RandomWorld, actor: string): Asked[] {
  const reach = reachOf(world.oracle, actor);
  const seen = [...world.oracle.partners.values()].filter((partner) => seesPartner(world.oracle, reach, partner));
  const changes = [
    ...world.corner.flatMap((code) => [{ addNeighbourhoods: [code] }, { removeNeighbourhoods: [code] }]),
    ...world.tags.flatMap(({ id }) => [{ addTags: [id] }, { removeTags: [id] }]),
    { fields: ["slug"] },
    { fields: ["name"] },
  ];
  return [
    ...cells(
      world,
      actor,
      "partner",
      [...world.partners, ...world.deletedPartners].map(({ id }) => id),
    ),
    ...seen.flatMap(({ id }) => changes.map((properties) => update(world, actor, "partner", id, properties))),
  ];
}
