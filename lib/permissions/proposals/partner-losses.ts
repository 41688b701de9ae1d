import "server-only";
import { type Specialised, specialise } from "../engine/specialise";
import type { PartnerFacts } from "../facts/attributes";
import type { KnownUser, Ledger } from "../facts/ledger";
import type { PartnerRecord } from "../facts/records";
import { policies } from "../policies/all";
import type { Disappearing } from "./proposal";

/** What an actor loses sight of by a change to a partner: it, its calendars and the people reached through it; nothing where it stays in sight. */
export function lossesWith(
  actor: Specialised,
  record: PartnerRecord,
  after: PartnerFacts,
  ledger: Ledger,
): readonly Disappearing[] {
  if (sees(actor, "partner", after)) {
    return [];
  }
  const admins = record.adminIds.flatMap((id) => ledger.user(id) ?? []);
  return [
    ...withCalendars(record),
    ...admins.flatMap((person) => vanished(actor, person, replaced(person, record.id, after))),
  ];
}

/**
 * What an actor loses sight of by ending somebody's role on a partner. Leaving oneself asks when the partner thereby
 * leaves one's sight. Removing another asks only of area admins: a co-admin is plainly removed. (A partner admin who
 * leaves a partner without any admin sees it no more either, so that case asks already.) Source: places.md section 6.
 */
export function lossesOf(
  actor: Specialised,
  person: KnownUser,
  record: PartnerRecord,
  ledger: Ledger,
): readonly Disappearing[] {
  const { subject } = actor;
  if (person.id === subject.userId) {
    const left = subject.grants.filter(({ partnerId }) => partnerId !== record.id);
    const after = specialise(policies, { ...subject, grants: left });
    if (sees(after, "partner", record)) {
      return [];
    }
    const admins = record.adminIds.flatMap((id) => ledger.user(id) ?? []);
    const unseen = admins.filter((admin) => sees(actor, "user", admin) && !sees(after, "user", admin));
    return [...withCalendars(record), ...unseen.map(({ email, name }) => ({ type: "user", id: email, name }))];
  }
  const asAreaAdmin = actor
    .view("partner", "remove_role")
    .allows.some(
      ({ grant, holds }) =>
        (grant?.role === "neighbourhood_admin" || grant?.role === "partnership_admin") && holds(record),
    );
  return asAreaAdmin ? vanished(actor, person, without(person, record.id)) : [];
}

/** A partner that leaves somebody's sight takes its calendars along, which are reached through it alone. */
function withCalendars(record: PartnerRecord): readonly Disappearing[] {
  const named = ({ id, externalId, name }: PartnerRecord | PartnerRecord["calendars"][number]) => ({
    id: externalId ?? id,
    name,
  });
  return [
    { type: "partner", ...named(record) },
    ...record.calendars.map((calendar) => ({ type: "calendar", ...named(calendar) })),
  ];
}

function vanished(actor: Specialised, person: KnownUser, after: KnownUser): readonly Disappearing[] {
  return sees(actor, "user", person) && !sees(actor, "user", after)
    ? [{ type: "user", id: person.email, name: person.name }]
    : [];
}

function sees(actor: Specialised, type: "partner" | "user", facts: unknown): boolean {
  return actor.view(type, "view").check(facts);
}

function without(person: KnownUser, partnerId: string): KnownUser {
  return { ...person, administers: person.administers.filter(({ id }) => id !== partnerId) };
}

function replaced(person: KnownUser, partnerId: string, after: PartnerFacts): KnownUser {
  return { ...person, administers: person.administers.map((partner) => (partner.id === partnerId ? after : partner)) };
}
