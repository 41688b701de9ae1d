import "server-only";
import { readTransaction } from "@/db/client";
import { type Actor, loadActor } from "@/lib/permissions/load-actor";

/**
 * What comes of `work` for the person of the test's world whose address is `NAME@remit.example`, with the grants held now.
 * @throws Error where the world has no such person, so that no test passes for want of one.
 */
export async function asPerson<Result>(name: string, work: (actor: Actor) => Promise<Result>): Promise<Result> {
  const actor = await readTransaction((tx) => loadActor(tx, { email: `${name}@remit.example` }));
  if (actor === null) throw new Error(`The world has no ${name}.`);
  return work(actor);
}
