import "server-only";
import { allow, invalid, type Judgement, listOf, looksLikeEmail, needsInvitation, type OracleAsk } from "./judgement";
import { type OracleWorld, plainEmail } from "./world";

/** Whether a role action was asked without saying who or what: may this be done here at all. */
export function namesNothing({ properties }: OracleAsk): boolean {
  return properties === undefined || Object.keys(properties).length === 0;
}

/** Whether `assign_role` by somebody with the right is possible: one of the roles, for a person with an account. */
export function judgeNewHolder(world: OracleWorld, ask: OracleAsk, roles: readonly string[]): Judgement {
  if (namesNothing(ask)) {
    return allow;
  }
  if (!roles.some((role) => role === ask.properties?.role)) {
    return invalid;
  }
  const user = ask.properties?.user;
  if (typeof user !== "string") {
    return invalid;
  }
  return world.people.has(plainEmail(user)) ? allow : needsInvitation;
}

/** Whether `invite` by somebody with the right is possible: one of the roles, for what can be an address. */
export function judgeInvitation(ask: OracleAsk, roles: readonly string[]): Judgement {
  if (namesNothing(ask)) {
    return allow;
  }
  const known = roles.some((role) => role === ask.properties?.role);
  return known && looksLikeEmail(ask.properties?.email) ? allow : invalid;
}

/** The partnership tags that a role action names, or null where that is no list of them with at least one entry. */
export function namedPartnerships(world: OracleWorld, ask: OracleAsk): string[] | null {
  const named = listOf(ask.properties?.partnerships);
  if (named === null || named.length === 0) {
    return null;
  }
  return named.every((id) => world.tags.get(id)?.kind === "partnership") ? named : null;
}
