import "server-only";
import { readTransaction, type Transaction } from "@/db/client";
import { type Decision, decide } from "@/lib/permissions/decide";
import { loadLedger, Wanted } from "@/lib/permissions/facts/ledger";
import type { Actor } from "@/lib/permissions/load-actor";
import { readsTag } from "@/lib/permissions/readable-tags";
import { capabilities } from "@/lib/permissions/scope";
import { readPartner } from "@/lib/places/partner-changes/queries";
import type { SavedPartner } from "@/lib/places/partner-changes/schemas";
import { readTags } from "@/lib/places/partner-form/queries";

/** What goes with a partner that is deleted. */
export type PartnerDeletion = {
  partner: { id: string; externalId: string | null; name: string };
  version: number;
  /** Its admins by name, as far as the actor may see them; `unseenAdmins` counts the others. */
  admins: string[];
  unseenAdmins: number;
  /** Those of them whom the actor will not see any more. */
  disappearing: string[];
  /** Partnerships that it belongs to, as far as the actor may read them: a warning, no question. */
  partnerships: string[];
};

/** What deleting a partner would take along; null where the partner is out of sight, `deletion` null where the decision is no. */
export async function getPartnerDeletion(
  actor: Actor,
  partnerId: string,
): Promise<{ decision: Decision; deletion: PartnerDeletion | null } | null> {
  return readTransaction(async (tx) => {
    const partner = await readPartner(tx, actor, partnerId);
    if (partner === null) return null;
    const decision = await decide(tx, { actor, action: "delete", resource: { type: "partner", id: partner.id } });
    return { decision, deletion: decision.outcome === "deny" ? null : await deletionOf(tx, actor, partner) };
  });
}

async function deletionOf(tx: Transaction, actor: Actor, partner: SavedPartner): Promise<PartnerDeletion> {
  const shown = await readTags(tx, actor, partner);
  const { id, externalId, name, version } = partner;
  return {
    partner: { id, externalId, name },
    version,
    ...(await adminsGoing(tx, actor, partner.id)),
    partnerships: shown
      .filter((tag) => tag.carried && tag.kind === "partnership")
      .filter((tag) => readsTag(actor, partner.id, tag))
      .map((tag) => tag.name),
  };
}

/** Its admins, and what deleting it would do to them. */
export type AdminsGoing = Pick<PartnerDeletion, "admins" | "unseenAdmins" | "disappearing">;

/** What deleting a partner would do to its admins, for whoever may delete it. At most two statements. */
export async function getAdminsGoing(actor: Actor, partnerId: string): Promise<AdminsGoing> {
  return readTransaction((tx) => adminsGoing(tx, actor, partnerId));
}

async function adminsGoing(tx: Transaction, actor: Actor, partnerId: string): Promise<AdminsGoing> {
  const wanted = new Wanted();
  wanted.partnersWithAdmins.add(partnerId);
  const ledger = await loadLedger(tx, wanted);
  const record = ledger.partner(partnerId);
  const admins = (record?.adminIds ?? []).flatMap((id) => ledger.user(id) ?? []);
  const sees = (person: unknown) => capabilities(actor, "user", ["view"], person).view;
  const seen = admins.filter(sees);
  const without = (person: (typeof admins)[number]) => ({
    ...person,
    administers: person.administers.filter(({ id }) => id !== partnerId),
  });
  return {
    admins: namesOf(seen),
    unseenAdmins: admins.length - seen.length,
    disappearing: namesOf(seen.filter((person) => !sees(without(person)))),
  };
}

function namesOf(people: readonly { name: string }[]): string[] {
  return people.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "en-GB"));
}
