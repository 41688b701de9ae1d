import "server-only";
import { reachOf, seesPartner, seesPerson, seesPlaces, seesTag } from "./reach";
import type { OracleWorld } from "./world";

/** What is asked, in the words of the action catalogue; `actor` is an e-mail address, or null for nobody. */
export type OracleAsk = Readonly<{
  actor: string | null;
  action: string;
  resource: Readonly<{ type: string; id: string; properties?: Readonly<Record<string, unknown>> | undefined }>;
  properties?: Readonly<Record<string, unknown>> | undefined;
}>;

/** A record by its type and the id that the world file gives it. */
export type RecordName = Readonly<{ type: string; id: string }>;

/**
 * The oracle's answer. `codes` of a refusal has an entry for each thing that stands against it, with the codes that may
 * say so where the rules do not settle on one; each entry must be answered. `disappearing` of a confirmation are the
 * partners and people that the actor would no longer see, or the portal where root gives up being root.
 */
export type Judgement =
  | Readonly<{ outcome: "allow" }>
  | Readonly<{ outcome: "not_visible" }>
  | Readonly<{ outcome: "deny"; codes: readonly (readonly string[])[] }>
  | Readonly<{ outcome: "confirm"; disappearing: readonly RecordName[] }>;

/** Refused: each list holds the codes that may speak for one thing that stands against it. */
export function deny(...codes: readonly (readonly string[])[]): Judgement {
  return { outcome: "deny", codes };
}

/** Plainly allowed. */
export const allow: Judgement = { outcome: "allow" };

/** The same answer as for a record that does not exist. */
export const notVisible: Judgement = { outcome: "not_visible" };

/** Refused for want of a right, where the rules do not settle which of the general codes says so. */
export const noRight: Judgement = deny(["no_grant", "outside_reach", "tag_not_yours"]);

/** Refused because the catalogue names no such action on such a record; the rules do not settle on a code. */
export const unknownAction: Judgement = deny(["no_grant", "outside_reach", "invalid"]);

/** The right is there, what is proposed cannot be. */
export const invalid: Judgement = deny(["invalid"]);

/** The person has no account yet: an invitation is the way. */
export const needsInvitation: Judgement = deny(["needs_invitation"]);

/** Every record that a person sees. */
function visibleRecords(world: OracleWorld, email: string): RecordName[] {
  const reach = reachOf(world, email);
  const records: RecordName[] = [];
  for (const id of world.places.keys()) {
    if (seesPlaces(reach)) {
      records.push({ type: "neighbourhood", id });
    }
  }
  for (const id of world.tags.keys()) {
    if (seesTag(world, reach, id)) {
      records.push({ type: "tag", id });
    }
  }
  for (const partner of world.partners.values()) {
    if (seesPartner(world, reach, partner)) {
      records.push({ type: "partner", id: partner.id });
    }
  }
  for (const id of world.people.keys()) {
    if (seesPerson(world, reach, id)) {
      records.push({ type: "user", id });
    }
  }
  return records;
}

/** What a person sees before a change and not after it. */
export function disappearing(before: OracleWorld, after: OracleWorld, email: string): RecordName[] {
  const left = new Set(visibleRecords(after, email).map(({ type, id }) => `${type} ${id}`));
  return visibleRecords(before, email).filter(({ type, id }) => !left.has(`${type} ${id}`));
}

/** The same for partners and people alone: what a change to one partner or its admins is asked about. */
export function disappearingPeopleAndPartners(before: OracleWorld, after: OracleWorld, email: string): RecordName[] {
  return disappearing(before, after, email).filter(({ type }) => type === "partner" || type === "user");
}

/** The strings of a list parameter with blank rows left out; an absent list is empty, and anything else is null. */
export function listOf(value: unknown): string[] | null {
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value)) {
    return null;
  }
  const entries: unknown[] = value;
  if (!entries.every((entry): entry is string => typeof entry === "string")) {
    return null;
  }
  return [...new Set(entries.filter((entry) => entry.trim() !== ""))];
}

/** Whether every proposed field is one of those that the catalogue names. */
export function areKnownFields(value: unknown, known: readonly string[]): boolean {
  return listOf(value)?.every((field) => known.includes(field)) ?? false;
}

/** Whether a text can be an e-mail address at all. */
export function looksLikeEmail(value: unknown): boolean {
  return typeof value === "string" && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim());
}
