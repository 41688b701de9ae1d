import "server-only";
import { readTransaction } from "@/db/client";
import type { ResourceType } from "@/lib/permissions/catalogue";
import type { Actor } from "@/lib/permissions/load-actor";
import { searchResources } from "@/lib/permissions/search";

/**
 * Everything of a type that the engine lets this actor view: external ids of partners, codes of neighbourhoods, e-mail
 * addresses of people; UUIDs of what has none.
 */
export async function inSight(actor: Actor, type: Exclude<ResourceType, "system">): Promise<readonly string[]> {
  const search = { actor, type, action: "view", after: null, limit: null };
  return (await readTransaction((tx) => searchResources(tx, search))).ids;
}
