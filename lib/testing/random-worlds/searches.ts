import "server-only";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/permissions/load-actor";
import { type Search, searchResources } from "@/lib/permissions/search";
import { judge } from "../oracle/judge";
import type { RandomWorld } from "./batch";

/** All records, by type. */
const candidates: Readonly<Record<string, (world: RandomWorld) => readonly string[]>> = {
  partner: ({ partners }) => partners.map(({ id }) => id),
  tag: ({ tags }) => tags.map(({ id }) => id),
  neighbourhood: ({ neighbourhoods }) => neighbourhoods.map(({ code }) => code),
  user: ({ users }) => users.map(({ email }) => email),
};

/**
 * The searches whose results are not exactly the records that the oracle allows, one line each, for a world that is alone
 * in the database. With `limit` the pages are walked to the end, and together they must give the same.
 */
export async function faultySearches(
  tx: Transaction,
  seed: number,
  world: RandomWorld,
  actors: ReadonlyMap<string, Actor>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const email of world.actors) {
    for (const { type, action, properties, limit } of searchesIn(world)) {
      const actor = actors.get(email) ?? null;
      const found = await walk(tx, {
        actor,
        type,
        action,
        ...(properties === undefined ? {} : { properties }),
        after: null,
        limit,
      });
      const expected = (candidates[type]?.(world) ?? []).filter(
        (id) => judge(world.oracle, { actor: email, action, resource: { type, id }, properties }).outcome === "allow",
      );
      if (found.toSorted().join() !== expected.toSorted().join()) {
        faults.push(`seed ${seed}, world ${world.prefix}: ${email} ${type}.${action} ${JSON.stringify(properties)}
  expected ${expected.join(", ")}; found ${found.join(", ")}`);
      }
    }
  }
  return faults;
}

type Asked = Readonly<{ type: string; action: string; properties?: Record<string, unknown>; limit: number | null }>;

function searchesIn({ tags, corner, users }: RandomWorld): Asked[] {
  const [firstTag, firstPlace, firstUser] = [tags[0]?.id, corner[0], users[0]?.email];
  return [
    { type: "partner", action: "view", limit: null },
    { type: "partner", action: "delete", limit: 3 },
    { type: "partner", action: "restore", limit: null },
    { type: "partner", action: "update", properties: { removeTags: [firstTag] }, limit: null },
    {
      type: "partner",
      action: "update",
      properties: { addTags: [firstTag], addNeighbourhoods: [firstPlace] },
      limit: 2,
    },
    { type: "partner", action: "remove_role", properties: { user: firstUser, role: "partner_admin" }, limit: 1 },
    { type: "tag", action: "view", limit: 4 },
    { type: "user", action: "view", limit: 1 },
    { type: "user", action: "update", properties: { fields: ["name"] }, limit: null },
    { type: "user", action: "deactivate", limit: 2 },
    { type: "user", action: "create", limit: null },
    { type: "neighbourhood", action: "delete", limit: 5 },
  ];
}

async function walk(tx: Transaction, search: Search): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = search.after;
  do {
    const page = await searchResources(tx, { ...search, after });
    found.push(...page.ids);
    after = page.next;
  } while (after !== null);
  return found;
}
