import "server-only";
import type { Transaction } from "@/db/client";
import type { ActionDecision } from "@/lib/permissions/action";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import type { PlacePath } from "@/lib/permissions/engine/attributes";
import type { PartnerFacts } from "@/lib/permissions/facts/attributes";
import { findNeighbourhoods } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { partnerParts } from "@/lib/permissions/policies/partner";
import { bareReason } from "@/lib/permissions/reasons";
import { capabilities } from "@/lib/permissions/scope";
import { NO_TAG } from "@/lib/places/partner-changes/constants";
import type { NamedPlace, ProposedPartner } from "@/lib/places/partner-changes/schemas";

/** The policy's answer to a new partner, with a sentence on each field that stands in the way. */
export async function decideCreation(
  tx: Transaction,
  actor: Actor,
  proposed: ProposedPartner,
): Promise<ActionDecision> {
  const { addressPlace, serviceAreas, tags, unreadTag, slug } = proposed;
  const properties = {
    address: addressPlace === null ? null : { neighbourhood: addressPlace.code },
    serviceAreas: serviceAreas.map(({ code }) => code),
    tags: [...tags.map(({ id }) => id), ...(unreadTag ? [NO_TAG] : [])],
  };
  const decision = await decide(tx, { actor, action: "create", resource: { type: "partner", id: newId, properties } });
  if (decision.outcome === "deny") return { ...decision, fields: await creationFaults(tx, actor, proposed, decision) };
  return slug && !maySetSlug(actor) ? withoutSlug(decision) : decision;
}

/** Whether the actor may give a partner a public address: a question that hangs on no record. */
export function maySetSlug(actor: Actor): boolean {
  return capabilities(actor, "partner", [partnerParts.slug], nowhere)[partnerParts.slug];
}

/**
 * Whether the actor may make a partner at this place: bare, or with all the partnerships of one of their grants.
 * @param path numbers from the country down to the place itself.
 */
export function mayCreateAt(actor: Actor, path: PlacePath): boolean {
  const bundles = [[], ...actor.grants.map(({ partnerships }) => partnerships.map(({ number }) => number))];
  return bundles.some((partnerships) => mayCreate(actor, { id: "", places: [path], partnerships }));
}

/** Whether the actor may make a partner of which this is known. */
export function mayCreate(actor: Actor, facts: PartnerFacts): boolean {
  return capabilities(actor, "partner", ["create"], facts).create;
}

const nowhere: PartnerFacts = { id: "", places: [], partnerships: [] };

function withoutSlug(decision: Decision): ActionDecision {
  const reason = bareReason("field_not_yours");
  return { ...decision, outcome: "deny", reasons: [reason], fields: { slug: reason.text } };
}

/** Which places do not exist, or lie beyond everything that the actor looks after; else that the tags do not fit; else the places together. */
async function creationFaults(
  tx: Transaction,
  actor: Actor,
  { addressPlace, serviceAreas, tags, unreadTag }: ProposedPartner,
  { reasons }: Decision,
): Promise<Record<string, string>> {
  const textOf = (code: string) => reasons.find((reason) => reason.code === code)?.text;
  const named = [...serviceAreas, ...(addressPlace === null ? [] : [addressPlace])];
  const found = await findNeighbourhoods(
    tx,
    named.map(({ code }) => code),
  );
  const faults = (isWrong: (place: NamedPlace) => boolean, sentence: string | undefined) => {
    const wrong = serviceAreas.filter(isWrong).map(({ name }) => name);
    return {
      ...(wrong.length > 0 ? { addNeighbourhoods: `${wrong.join(", ")}: ${sentence ?? ""}` } : {}),
      ...(addressPlace !== null && isWrong(addressPlace) ? { addressPlace: sentence ?? "" } : {}),
    };
  };
  const pathOf = ({ code }: NamedPlace) => found.find((place) => place.code === code)?.path;
  const invalid = textOf("invalid");
  const outside = textOf("not_wholly_inside") ?? textOf("outside_reach");
  const none = tags.length === 0 && !unreadTag ? "Choose at least one of your partnerships." : undefined;
  const tag = textOf("tag_not_yours") && (none ?? textOf("tag_not_yours"));
  const placeFaults =
    invalid !== undefined
      ? faults((place) => pathOf(place) === undefined, invalid)
      : outside !== undefined
        ? faults((place) => !mayCreateAt(actor, pathOf(place) ?? []), outside)
        : {};
  if (Object.keys(placeFaults).length > 0) return placeFaults;
  const ofTags = invalid ?? tag;
  if (ofTags !== undefined) return { addTags: ofTags };
  return outside === undefined ? {} : { addNeighbourhoods: outside };
}
