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
export async function tellOfGrant(
  tx: Transaction,
  actor: Actor,
  person: Readonly<{ id: string; name: string; email: string }>,
  { role, places, partnerships, partner, endsOn }: GrantTerms,
): Promise<void> {
  if (person.id === actor.userId) return;
  const reader = await loadActor(tx, { userId: person.id });
  const named = reader !== null && (await isUserInSight(tx, reader, actor.userId));
  await queueMail(tx, grantGivenMail, person.email, {
    name: person.name,
    role,
    places: places.map(({ name }) => name),
    partnerships: partnerships.map(({ name }) => name),
    partner: partner?.name ?? null,
    by: named ? actor.name : null,
    endsOn,
    accessUrl: `${env.appUrl}${MY_ACCESS_PATH}`,
  });
}
