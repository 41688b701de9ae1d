import "server-only";
import { readTransaction } from "@/db/client";
import { type Actor, loadActor } from "@/lib/permissions/load-actor";

/**
 * The person of the test's world with this address, with the grants held now.
 * @throws Error where the world has no such person, so that no test passes for want of one.
 */
export async function personAt(email: string): Promise<Actor> {
  const actor = await readTransaction((tx) => loadActor(tx, { email }));
  if (actor === null) throw new Error(`The world has nobody with the address ${email}.`);
  return actor;
}

/** What comes of `work` for the person whose address is `NAME@remit.example`, as `personAt` gives them. */
export async function asPerson<Result>(name: string, work: (actor: Actor) => Promise<Result>): Promise<Result> {
  return work(await personAt(`${name}@remit.example`));
}
