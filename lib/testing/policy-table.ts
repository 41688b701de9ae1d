import "server-only";
import type { Role } from "@/lib/permissions/catalogue";
import { evaluate } from "@/lib/permissions/engine/evaluate";
import { type HeldGrant, specialise } from "@/lib/permissions/engine/specialise";
import { policies } from "@/lib/permissions/policies/all";

/** Numbers of the places that the tables of people and acts speak of; Hulme and Ardwick lie in Manchester. */
export const places = { manchester: [1, 2], hulme: [1, 2, 3], ardwick: [1, 2, 4], wales: [9] } as const;

/** Numbers of the partnerships in the same tables. */
export const partnerships = { age: 11, green: 12 } as const;

const HULME = 3;

function held(role: Role, over: Partial<HeldGrant> = {}): HeldGrant {
  return { id: role, role, area: [], partnerships: [], partnerId: null, ...over };
}

/** One person for each kind of grant: of Hulme, of Hulme for Age Friendly, of the partner "own", and with nothing. */
export const people = {
  root: [held("root")],
  support: [held("support")],
  area: [held("neighbourhood_admin", { area: [HULME] })],
  partnership: [held("partnership_admin", { area: [HULME], partnerships: [partnerships.age] })],
  "no area": [held("partnership_admin", { partnerships: [partnerships.age] })],
  "no tag": [held("partnership_admin", { area: [HULME] })],
  partner: [held("partner_admin", { partnerId: "own" })],
  nobody: [],
} as const satisfies Record<string, readonly HeldGrant[]>;

/** The name of one of them. */
export type Person = keyof typeof people;

/** Who of `people` may do that to a record with these facts, in their order. Everybody's user id is `me`. */
export function whoMay(
  type: "system" | "neighbourhood" | "tag" | "partner" | "user",
  action: string,
  facts: unknown,
): Person[] {
  const names = Object.keys(people) as Person[];
  return names.filter((name) => {
    const actor = specialise(policies, { userId: "me", grants: people[name] });
    return evaluate(actor.view(type, action).condition, facts);
  });
}
