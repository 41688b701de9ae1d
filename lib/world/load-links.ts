import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { collectIds, recordset, uuidArray } from "./bulk";
import { orNull } from "./duplicates";
import type { ResolvedWorld } from "./resolve";
import { type PartnerEntry, WEEKDAYS } from "./schema";

/** A partner of the file with its record's id. */
export type LinkedPartner = Readonly<{ id: string; isNew: boolean; entry: PartnerEntry }>;

/**
 * Replaces what hangs on the given partners by what the file says: address, service areas, tags, opening hours, hiding.
 * Only differences are written, so that the same file again changes nothing.
 * @param edited gains the id of every partner whose links really changed.
 */
export async function writePartnerLinks(
  tx: Transaction,
  partners: readonly LinkedPartner[],
  resolved: ResolvedWorld,
  edited: Set<string>,
): Promise<void> {
  const known = partners.filter((partner) => !partner.isNew).map((partner) => partner.id);
  await writeAddresses(tx, partners, resolved, known, edited);
  const areas = partners.flatMap(({ id, entry }) =>
    [...new Set(entry.serviceAreas)].map((code) => ({ partnerId: id, neighbourhoodId: placeId(resolved, code) })),
  );
  await replaceLinks(tx, SERVICE_AREAS, areas, known, edited);
  const tags = partners.flatMap(({ id, entry }) => {
    const tagIds = new Set(entry.tags?.map((key) => resolved.tags.get(key)?.id));
    return [...tagIds].map((tagId) => ({ partnerId: id, tagId }));
  });
  await replaceLinks(tx, TAGS, tags, known, edited);
  const spells = partners.flatMap(({ id, entry }) =>
    (entry.openingHours ?? []).map(({ day, opens, closes }) => ({
      partnerId: id,
      day: WEEKDAYS.indexOf(day) + 1,
      opens,
      closes,
    })),
  );
  await replaceLinks(tx, OPENING_HOURS, spells, known, edited);
  await writeHidings(tx, partners, known, edited);
}

/** A table of links, told apart by `partner_id` and every other column. */
type LinkTable = Readonly<{ table: SQL; columns: string; names: SQL; same: SQL }>;

const SERVICE_AREAS: LinkTable = {
  table: sql`partner_service_areas`,
  columns: `"partnerId" uuid, "neighbourhoodId" uuid`,
  names: sql`(partner_id, neighbourhood_id)`,
  same: sql`r."neighbourhoodId" = t.neighbourhood_id`,
};

const TAGS: LinkTable = {
  table: sql`partner_tags`,
  columns: `"partnerId" uuid, "tagId" uuid`,
  names: sql`(partner_id, tag_id)`,
  same: sql`r."tagId" = t.tag_id`,
};

const OPENING_HOURS: LinkTable = {
  table: sql`partner_opening_hours`,
  columns: `"partnerId" uuid, day smallint, opens time, closes time`,
  names: sql`(partner_id, day, opens, closes)`,
  same: sql`(r.day, r.opens, r.closes) = (t.day, t.opens, t.closes)`,
};

async function replaceLinks(
  tx: Transaction,
  { table, columns, names, same }: LinkTable,
  rows: readonly object[],
  known: readonly string[],
  edited: Set<string>,
): Promise<void> {
  if (known.length > 0) {
    await collectIds(
      tx,
      edited,
      sql`
      delete from ${table} t
       where t.partner_id = any(${uuidArray(known)})
         and not exists (select 1 from ${recordset(rows, columns)} where r."partnerId" = t.partner_id and ${same})
      returning t.partner_id as id`,
    );
  }
  if (rows.length === 0) return;
  const insert = sql`
    insert into ${table} ${names} select r.* from ${recordset(rows, columns)} on conflict do nothing
    returning partner_id as id`;
  await collectIds(tx, edited, insert);
}

async function writeAddresses(
  tx: Transaction,
  partners: readonly LinkedPartner[],
  resolved: ResolvedWorld,
  known: readonly string[],
  edited: Set<string>,
): Promise<void> {
  const rows = partners.flatMap(({ id, entry: { address } }) => {
    if (!address) return [];
    const { line1, postcode, neighbourhood } = address;
    const optional = { line2: orNull(address.line2), city: orNull(address.city) };
    return [{ partnerId: id, line1, ...optional, postcode, neighbourhoodId: placeId(resolved, neighbourhood) }];
  });
  const placed = new Set(rows.map((row) => row.partnerId));
  const without = known.filter((id) => !placed.has(id));
  if (without.length > 0) {
    const gone = sql`delete from partner_addresses where partner_id = any(${uuidArray(without)}) returning partner_id as id`;
    await collectIds(tx, edited, gone);
  }
  if (rows.length === 0) return;
  await collectIds(
    tx,
    edited,
    sql`
    insert into partner_addresses as a (partner_id, line1, line2, city, postcode, neighbourhood_id)
    select r."partnerId", r.line1, r.line2, r.city, r.postcode, r."neighbourhoodId" from ${recordset(
      rows,
      `"partnerId" uuid, line1 text, line2 text, city text, postcode text, "neighbourhoodId" uuid`,
    )}
    on conflict (partner_id) do update
       set line1 = excluded.line1, line2 = excluded.line2, city = excluded.city, postcode = excluded.postcode,
           neighbourhood_id = excluded.neighbourhood_id
     where (a.line1, a.line2, a.city, a.postcode, a.neighbourhood_id) is distinct from
           (excluded.line1, excluded.line2, excluded.city, excluded.postcode, excluded.neighbourhood_id)
    returning a.partner_id as id`,
  );
}

/** A hiding with another reason is a new hiding: who and when of the old one stay on record. */
async function writeHidings(
  tx: Transaction,
  partners: readonly LinkedPartner[],
  known: readonly string[],
  edited: Set<string>,
): Promise<void> {
  const rows = partners.flatMap(({ id, entry: { hidden } }) =>
    hidden ? [{ id: newId(), partnerId: id, reason: hidden.reason }] : [],
  );
  const source = recordset(rows, `id uuid, "partnerId" uuid, reason text`);
  if (known.length > 0) {
    await collectIds(
      tx,
      edited,
      sql`
      update partner_hidings h set unhidden_at = now()
       where h.unhidden_at is null and h.partner_id = any(${uuidArray(known)})
         and not exists (select 1 from ${source} where r."partnerId" = h.partner_id and r.reason = h.reason)
      returning h.partner_id as id`,
    );
  }
  if (rows.length === 0) return;
  await collectIds(
    tx,
    edited,
    sql`
    insert into partner_hidings (id, partner_id, reason, hidden_at)
    select r.id, r."partnerId", r.reason, now() from ${source}
     where not exists (select 1 from partner_hidings h where h.partner_id = r."partnerId" and h.unhidden_at is null)
    returning partner_id as id`,
  );
}

function placeId(resolved: ResolvedWorld, code: string): string | undefined {
  return resolved.plan?.ids.get(code);
}
