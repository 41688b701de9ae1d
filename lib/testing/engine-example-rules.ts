import "server-only";
import { always, and, grant, shares, within } from "@/lib/permissions/engine/conditions";
import { type Policy, type Rule, rulesFor } from "@/lib/permissions/engine/policy";
import type { HeldGrant } from "@/lib/permissions/engine/specialise";
import { type BoxFacts, box, tree } from "./engine-example";

/** The ways to write a rule about the engine's example records. */
export const { allow, forbid } = rulesFor<BoxFacts>("partner");

/** A grant over places. */
export const area = (id: string, ...places: number[]): HeldGrant => ({
  id,
  role: "neighbourhood_admin",
  area: places,
  partnerships: [],
  partnerId: null,
});

/** A grant over one place and one label together. */
export const pair = (id: string, place: number, label: number): HeldGrant => ({
  id,
  role: "partnership_admin",
  area: [place],
  partnerships: [label],
  partnerId: null,
});

/** The grant over everything. */
export const root: HeldGrant = { id: "r", role: "root", area: [], partnerships: [], partnerId: null };

/** A record in Hulme and Ardwick with label 1. */
export const record: BoxFacts = { id: "a", places: [tree.hulme, tree.ardwick], labels: [1], parts: [] };

/** A rule for holders of places. */
export const byArea = allow("area", {
  actions: ["view", "update"],
  to: "neighbourhood_admin",
  when: within(box.places, grant.area),
  because: "Yours.",
});

/** A rule for holders of a place and a label. */
export const byPair = allow("pair", {
  actions: ["view"],
  to: "partnership_admin",
  when: and(within(box.places, grant.area), shares(box.labels, grant.partnerships)),
  because: "Yours.",
});

/** A rule for holders of everything. */
export const byRoot = allow("root", {
  actions: ["view", "update"],
  to: "root",
  when: always,
  because: "Everything.",
});

/** A policy of these rules alone. */
export function policyOf(...rules: Rule[]): Policy[] {
  return [{ type: "partner", rules }];
}
