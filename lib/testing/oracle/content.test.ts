import { expect, it } from "vitest";
import { judge } from "./judge";
import type { Judgement } from "./judgement";
import { type OracleWorld, oracleWorld } from "./world";

const event = { calendar: "club", endsAt: "2030-06-16T12:00:00.000Z", withdrawn: false, hidden: false };
const deletion = { deletedAt: "2030-05-17T12:00:00.000Z", restored: false };

const world: OracleWorld = oracleWorld(
  {
    neighbourhoods: [{ code: "hulme" }, { code: "wales" }],
    tags: [
      { id: "age", kind: "partnership" },
      { id: "food", kind: "category" },
    ],
    users: ["root", "hulme", "cook", "site"].map((name) => ({ email: name })),
    partners: [
      { id: "cafe", address: { neighbourhood: "hulme" } },
      { id: "shop", address: { neighbourhood: "wales" } },
      { id: "shut", address: { neighbourhood: "hulme" }, hidden: true },
    ],
    calendars: [
      { id: "club", partner: "cafe", place: "shop" },
      { id: "loose", partner: "cafe", place: "cafe", strategy: "no_location" },
      { id: "shut-club", partner: "shut" },
      { id: "shop-club", partner: "shop", place: "cafe" },
    ],
    events: [
      { ...event, id: "coming" },
      { ...event, id: "over", endsAt: "2030-06-15T11:59:59.000Z" },
      { ...event, id: "withdrawn", withdrawn: true },
      { ...event, id: "hidden", hidden: true },
      { ...event, id: "of-shut", calendar: "shut-club" },
    ],
    sites: [
      { id: "s", neighbourhoods: ["hulme"] },
      { id: "narrow", neighbourhoods: ["hulme"], partnerships: ["age"] },
      { id: "empty" },
    ],
    deletedPartners: [
      { ...deletion, id: "lately" },
      { ...deletion, id: "long-ago", deletedAt: "2030-05-16T11:59:59.000Z" },
      { ...deletion, id: "back", restored: true },
    ],
    roles: [
      { user: "root", role: "root" },
      { user: "hulme", role: "neighbourhood_admin", neighbourhoods: ["hulme"] },
      { user: "cook", role: "partner_admin", partner: "cafe" },
      { user: "site", role: "site_admin", site: "s" },
      { user: "site", role: "site_admin", site: "narrow" },
      { user: "site", role: "site_admin", site: "empty" },
    ],
  },
  "2030-06-15",
);

type Line = [who: string, action: string, type: string, id: string, properties: object | null, Judgement["outcome"]];

it.each<Line>([
  ["hulme", "view", "calendar", "club", null, "allow"],
  ["cook", "delete", "calendar", "club", null, "allow"],
  ["cook", "view", "calendar", "shop-club", null, "not_visible"],
  ["site", "view", "calendar", "club", null, "not_visible"],
  ["hulme", "update", "calendar", "club", { place: "shop" }, "allow"],
  ["hulme", "update", "calendar", "loose", { place: "shop" }, "deny"],
  ["hulme", "update", "calendar", "club", { partner: "shop" }, "deny"],
  ["hulme", "update", "calendar", "club", { partner: "shut" }, "allow"],
  ["root", "update", "calendar", "club", { partner: "nobody" }, "deny"],
  ["root", "update", "calendar", "club", { place: null }, "deny"],
  ["root", "update", "calendar", "club", { place: null, fields: ["strategy"] }, "allow"],
  ["cook", "update", "calendar", "loose", { place: null }, "allow"],
  ["hulme", "hide", "event", "coming", { reason: "Private" }, "allow"],
  ["hulme", "hide", "event", "coming", { reason: " " }, "deny"],
  ["hulme", "hide", "event", "hidden", { reason: "Private" }, "deny"],
  ["hulme", "unhide", "event", "hidden", null, "allow"],
  ["hulme", "unhide", "event", "coming", null, "deny"],
  ["cook", "view_history", "event", "hidden", null, "allow"],
  ["cook", "hide", "event", "coming", { reason: "Private" }, "deny"],
  ["site", "view", "event", "coming", null, "allow"],
  ["site", "view_history", "event", "coming", null, "deny"],
  ["site", "view", "event", "over", null, "not_visible"],
  ["site", "view", "event", "withdrawn", null, "not_visible"],
  ["site", "view", "event", "hidden", null, "not_visible"],
  ["site", "view", "event", "of-shut", null, "not_visible"],
  ["site", "publish", "site", "s", null, "allow"],
  ["site", "delete", "site", "s", null, "deny"],
  ["site", "update", "site", "s", { fields: ["tagline"], addNeighbourhoods: ["hulme"] }, "allow"],
  ["site", "update", "site", "s", { fields: ["slug"] }, "deny"],
  ["site", "update", "site", "s", { addNeighbourhoods: ["wales"] }, "deny"],
  ["site", "update", "site", "narrow", { removeTags: ["age"] }, "deny"],
  ["site", "remove_role", "site", "s", { user: "site", role: "site_admin" }, "deny"],
  ["root", "remove_role", "site", "s", { user: "site", role: "site_admin" }, "allow"],
  ["root", "update", "site", "s", { addTags: ["food"] }, "deny"],
  ["root", "delete", "user", "site", null, "deny"],
  ["root", "deactivate", "user", "site", null, "allow"],
  ["root", "delete", "neighbourhood", "hulme", null, "deny"],
  ["site", "view_dashboard", "system", "portal", { dashboard: "site" }, "allow"],
  ["cook", "view_dashboard", "system", "portal", { dashboard: "site" }, "deny"],
  ["root", "restore", "partner", "lately", null, "allow"],
  ["hulme", "restore", "partner", "lately", null, "not_visible"],
  ["root", "restore", "partner", "long-ago", null, "not_visible"],
  ["root", "restore", "partner", "back", null, "not_visible"],
  ["root", "restore", "partner", "cafe", null, "deny"],
])("%s, %s %s %s %j: %s", (actor, action, type, id, properties, outcome) => {
  const asked = { actor, action, resource: { type, id } };
  expect(judge(world, properties === null ? asked : { ...asked, properties: { ...properties } }).outcome).toBe(outcome);
});

it("a site without neighbourhoods shows nothing, and one with partnerships only those that carry one", () => {
  const only = (site: string) => ({
    ...world,
    roles: world.roles.filter((held) => held.site === null || held.site === site),
  });
  const view = { actor: "site", action: "view", resource: { type: "event", id: "coming" } };
  expect(["s", "narrow", "empty"].map((site) => judge(only(site), view).outcome)).toEqual([
    "allow",
    "not_visible",
    "not_visible",
  ]);
});
