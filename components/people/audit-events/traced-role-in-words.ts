import { listed } from "@/components/patterns/listed";
import { titled } from "@/components/patterns/titled";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import type { TracedRole } from "@/lib/people/audit-events/queries";

/** Names of places or partnerships that one event gives before it counts the rest. */
const MOST_NAMED = 3;

const names: Readonly<Record<string, { one: string }>> = ROLE_NAMES;

/**
 * The role of an event in a few words: "Neighbourhood admin over Hulme and Moss Side", "Partner admin of Juniper Garden";
 * on a partner's event whose it is, "An admin" for somebody whom the reader may not view. Null where nothing was written.
 */
export function tracedRoleInWords(traced: TracedRole): string | null {
  if (traced.about === "partner") return traced.admin === null ? "An admin" : `Partner admin: ${traced.admin}`;
  const { role, places, partnerships, partner } = traced;
  if (role === null) return null;
  const told = [
    names[role]?.one ?? role,
    ...(places.length === 0 ? [] : [`over ${most(places)}`]),
    ...(partnerships.length === 0 ? [] : [`for ${most(partnerships)}`]),
    ...(partner === null ? [] : [`of ${partner}`]),
  ];
  return titled(told.join(" "));
}

function most(names: readonly string[]): string {
  return listed(names.slice(0, MOST_NAMED), names.length - MOST_NAMED);
}
