import { readTransaction, writeTransaction } from "@/db/client";
import { demoWorld } from "@/lib/testing/world";
import { hasPeople } from "@/lib/world/has-people";
import { loadWorld } from "@/lib/world/load";

/**
 * Loads the demo world into a portal in which there is nobody yet, in one transaction. True when it did.
 * Whatever somebody has changed or added since is left alone.
 */
export async function seedDemo(): Promise<boolean> {
  if (await readTransaction(hasPeople)) return false;
  await writeTransaction({ actorId: null, requestId: null }, (tx) =>
    loadWorld(tx, demoWorld(), { actorLabel: "demo world" }),
  );
  return true;
}
