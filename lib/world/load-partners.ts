import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { chunked, collectIds, countEdit, type ListCounts, type Report, recordset, uuidArray } from "./bulk";
import { orNull } from "./duplicates";
import { type LinkedPartner, writePartnerLinks } from "./load-links";
import { type Entries, present } from "./parse";
import { externalIdOf, type ResolvedWorld } from "./resolve";
import type { PartnerEntry } from "./schema";

const COLUMNS = `id uuid, "externalId" text, name text, slug text, summary text, description text, accessibility text,
  website text, socials jsonb, "publicName" text, "publicPhone" text, "publicEmail" text,
  "internalName" text, "internalPhone" text, "internalEmail" text`;

/** Writes the partners of a file with their places, tags, opening hours and hidings. Names have been freed. */
export async function writePartners(
  tx: Transaction,
  entries: Entries<PartnerEntry>,
  resolved: ResolvedWorld,
  report: Report,
): Promise<ListCounts> {
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (const chunk of chunked([...present(entries)])) {
    const partners = chunk.map(([, entry]): LinkedPartner => {
      const { id = newId(), isNew = true } = resolved.partners.get(entry.id) ?? {};
      return { id, isNew, entry };
    });
    const fresh = partners.filter((partner) => partner.isNew);
    const known = partners.filter((partner) => !partner.isNew);
    const edited = new Set<string>();
    if (fresh.length > 0) await insertPartners(tx, fresh);
    if (known.length > 0) await updatePartners(tx, known, edited);
    await keepLater(tx, true);
    await writePartnerLinks(tx, partners, resolved, edited);
    await keepLater(tx, false);
    for (const { id } of fresh) edited.add(id);
    await tx.execute(sql`select refresh_partners(${uuidArray([...edited])})`);
    for (const { id } of fresh) edited.delete(id);
    await countEdit(tx, sql`partners`, edited);
    counts.created += fresh.length;
    counts.changed += edited.size;
    counts.unchanged += known.length - edited.size;
    report(chunk.length);
  }
  return counts;
}

/** Links are written in several statements; what the database keeps of them is computed once for each chunk instead. */
async function keepLater(tx: Transaction, later: boolean): Promise<void> {
  await tx.execute(sql`select set_config('app.keep_later', ${later ? "on" : "off"}, true)`);
}

async function insertPartners(tx: Transaction, partners: readonly LinkedPartner[]): Promise<void> {
  await tx.execute(sql`
    insert into partners (id, external_id, name, slug, summary, description, accessibility, website, socials,
      public_contact_name, public_contact_phone, public_contact_email,
      internal_contact_name, internal_contact_phone, internal_contact_email)
    select r.id, r."externalId", r.name, r.slug, r.summary, r.description, r.accessibility, r.website, r.socials,
      r."publicName", r."publicPhone", r."publicEmail", r."internalName", r."internalPhone", r."internalEmail"
      from ${recordset(partners.map(partnerRow), COLUMNS)}`);
}

async function updatePartners(tx: Transaction, partners: readonly LinkedPartner[], edited: Set<string>): Promise<void> {
  await collectIds(
    tx,
    edited,
    sql`
    update partners p
       set name = r.name, slug = r.slug, summary = r.summary, description = r.description,
           accessibility = r.accessibility, website = r.website, socials = r.socials,
           public_contact_name = r."publicName", public_contact_phone = r."publicPhone",
           public_contact_email = r."publicEmail", internal_contact_name = r."internalName",
           internal_contact_phone = r."internalPhone", internal_contact_email = r."internalEmail"
      from ${recordset(partners.map(partnerRow), COLUMNS)}
     where p.id = r.id
       and (p.name, p.slug, p.summary, p.description, p.accessibility, p.website, p.socials,
            p.public_contact_name, p.public_contact_phone, p.public_contact_email,
            p.internal_contact_name, p.internal_contact_phone, p.internal_contact_email)
           is distinct from
           (r.name, r.slug, r.summary, r.description, r.accessibility, r.website, r.socials,
            r."publicName", r."publicPhone", r."publicEmail", r."internalName", r."internalPhone", r."internalEmail")
    returning p.id`,
  );
}

function partnerRow({ id, entry }: LinkedPartner) {
  const { publicContact, internalContact } = entry;
  return {
    id,
    externalId: externalIdOf(entry.id, id),
    name: entry.name,
    slug: orNull(entry.slug),
    summary: orNull(entry.summary),
    description: orNull(entry.description),
    accessibility: orNull(entry.accessibility),
    website: orNull(entry.website),
    socials: entry.socials ?? {},
    publicName: orNull(publicContact?.name),
    publicPhone: orNull(publicContact?.phone),
    publicEmail: orNull(publicContact?.email),
    internalName: orNull(internalContact?.name),
    internalPhone: orNull(internalContact?.phone),
    internalEmail: orNull(internalContact?.email),
  };
}
