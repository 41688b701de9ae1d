import "server-only";
import type { Transaction } from "@/db/client";
import { env } from "@/env";
import type { GrantTerms } from "@/lib/people/grants/mutations";
import { isUserInSight } from "@/lib/people/user-changes/queries";
import { MY_ACCESS_PATH } from "@/lib/people/users/constants";
import { type Actor, loadActor } from "@/lib/permissions/load-actor";
import { queueMail } from "@/lib/platform/mail/queue";
import { grantGivenMail } from "./emails/grant-given";

/**
 * Tells a person by mail what role they have been given, unless they gave it to themselves. Who gave it is named where
 * the person may view them, now that the role is theirs. Source: domains/places.md section 5.
 */
export function tellOfGrant(
  tx: Transaction,
  actor: Actor,
  person: Person,
  { partner, ...terms }: GrantTerms,
): Promise<void> {
  return tell(tx, actor, person, { ...terms, partners: partner === null ? [] : [partner.name] });
}

/** The same for somebody who has been made an admin of several partners at once, by name: one mail tells of all. None tells of nothing. */
export async function tellOfPartners(
  tx: Transaction,
  actor: Actor,
  person: Person,
  partners: readonly string[],
): Promise<void> {
  if (partners.length === 0) return;
  await tell(tx, actor, person, {
    role: "partner_admin",
    places: [],
    partnerships: [],
    partners,
    site: null,
    endsOn: null,
  });
}

type Person = Readonly<{ id: string; name: string; email: string }>;
type ToldTerms = Omit<GrantTerms, "partner"> & Readonly<{ partners: readonly string[] }>;

async function tell(
  tx: Transaction,
  actor: Actor,
  person: Person,
  { role, places, partnerships, partners, site, endsOn }: ToldTerms,
): Promise<void> {
  if (person.id === actor.userId) return;
  const reader = await loadActor(tx, { userId: person.id });
  const named = reader !== null && (await isUserInSight(tx, reader, actor.userId));
  await queueMail(tx, grantGivenMail, person.email, {
    name: person.name,
    role,
    places: places.map(({ name }) => name),
    partnerships: partnerships.map(({ name }) => name),
    partners,
    site: site?.name ?? null,
    by: named ? actor.name : null,
    endsOn,
    accessUrl: `${env.appUrl}${MY_ACCESS_PATH}`,
  });
}
