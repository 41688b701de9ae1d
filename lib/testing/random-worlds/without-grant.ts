import "server-only";
import type { Actor, Grant } from "@/lib/permissions/load-actor";
import type { OracleRole, OracleWorld } from "../oracle/world";

/** The actor without one grant. */
export function actorWithout(actor: Actor, grantId: string): Actor {
  return { ...actor, grants: actor.grants.filter(({ id }) => id !== grantId) };
}

/** The world without the one role that this grant of the actor was stored for; a grant that fits none is a fault. */
export function worldWithout(world: OracleWorld, actor: Actor, grant: Grant): OracleWorld {
  const index = world.roles.findIndex((held) => held.user === actor.email && isSame(held, grant));
  if (index < 0) {
    throw new Error(`No role of ${actor.email} fits the grant ${JSON.stringify(grant)}.`);
  }
  return { ...world, roles: world.roles.toSpliced(index, 1) };
}

function isSame(held: OracleRole, { role, places, partnerships, partner, endsOn }: Grant): boolean {
  return (
    held.role === role &&
    held.endsOn === endsOn &&
    sorted(held.neighbourhoods) === sorted(places.map(({ code }) => code)) &&
    sorted(held.partnerships.map(withoutPrefix)) === sorted(partnerships.map(({ name }) => name)) &&
    (held.partner === null ? partner === null : partner?.name === `Partner ${held.partner}`)
  );
}

// Random worlds name their tags by the last part of the id.
function withoutPrefix(tagId: string): string {
  return tagId.slice(tagId.indexOf("-") + 1);
}

function sorted(names: readonly string[]): string {
  return names.toSorted().join();
}
