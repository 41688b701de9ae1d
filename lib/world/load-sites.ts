import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { chunked, collectIds, countEdit, type ListCounts, type Report, recordset, uuidArray } from "./bulk";
import { type Entries, orNull, present } from "./parse";
import { externalIdOf, type ResolvedWorld } from "./resolve";
import type { SiteEntry } from "./schema";

const COLUMNS = `id uuid, "externalId" text, slug text, name text, domain text, "placeName" text, tagline text,
  description text, "heroText" text, theme text, published boolean, "publicationId" uuid`;

/** Writes the sites of a file with what they show and whether the public sees them. Slugs and domains have been freed. */
export async function writeSites(
  tx: Transaction,
  entries: Entries<SiteEntry>,
  resolved: ResolvedWorld,
  report: Report,
): Promise<ListCounts> {
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (const chunk of chunked([...present(entries)])) {
    const rows = chunk.map(([, entry]) => siteRow(entry, resolved));
    const fresh = rows.filter((row) => row.isNew);
    const known = rows.filter((row) => !row.isNew);
    const edited = new Set<string>();
    if (fresh.length > 0) await insertSites(tx, fresh);
    if (known.length > 0) await updateSites(tx, known, edited);
    const knownIds = known.map(({ id }) => id);
    const places = rows.flatMap(({ id, placeIds }) => placeIds.map((linkedId) => ({ id, linkedId })));
    const tags = rows.flatMap(({ id, tagIds }) => tagIds.map((linkedId) => ({ id, linkedId })));
    await replaceLinks(tx, sql`site_neighbourhoods`, sql`neighbourhood_id`, { rows: places, knownIds, edited });
    await replaceLinks(tx, sql`site_partnerships`, sql`tag_id`, { rows: tags, knownIds, edited });
    await publish(tx, rows, edited);
    for (const { id } of fresh) edited.delete(id);
    await countEdit(tx, sql`sites`, edited);
    counts.created += fresh.length;
    counts.changed += edited.size;
    counts.unchanged += known.length - edited.size;
    report(chunk.length);
  }
  return counts;
}

type SiteRow = ReturnType<typeof siteRow>;

function siteRow(entry: SiteEntry, { sites, tags, plan }: ResolvedWorld) {
  const { id = newId(), isNew = true } = sites.get(entry.id) ?? {};
  return {
    id,
    isNew,
    externalId: externalIdOf(entry.id, id),
    slug: entry.slug,
    name: entry.name,
    domain: orNull(entry.domain),
    placeName: orNull(entry.placeName),
    tagline: orNull(entry.tagline),
    description: orNull(entry.description),
    heroText: orNull(entry.heroText),
    theme: orNull(entry.theme),
    published: entry.published ?? false,
    publicationId: newId(),
    placeIds: [...new Set((entry.neighbourhoods ?? []).map((code) => plan?.ids.get(code)))],
    tagIds: [...new Set((entry.partnerships ?? []).map((key) => tags.get(key)?.id))],
  };
}

async function insertSites(tx: Transaction, rows: readonly SiteRow[]): Promise<void> {
  await tx.execute(sql`
    insert into sites (id, external_id, slug, name, domain, place_name, tagline, description, hero_text, theme)
    select r.id, r."externalId", r.slug, r.name, r.domain, r."placeName", r.tagline, r.description, r."heroText", r.theme
      from ${recordset(rows, COLUMNS)}`);
}

async function updateSites(tx: Transaction, rows: readonly SiteRow[], edited: Set<string>): Promise<void> {
  await collectIds(
    tx,
    edited,
    sql`
    update sites s
       set slug = r.slug, name = r.name, domain = r.domain, place_name = r."placeName", tagline = r.tagline,
           description = r.description, hero_text = r."heroText", theme = r.theme
      from ${recordset(rows, COLUMNS)}
     where s.id = r.id
       and (s.slug, s.name, s.domain, s.place_name, s.tagline, s.description, s.hero_text, s.theme)
           is distinct from
           (r.slug, r.name, r.domain, r."placeName", r.tagline, r.description, r."heroText", r.theme)
    returning s.id`,
  );
}

type Links = Readonly<{ rows: readonly object[]; knownIds: readonly string[]; edited: Set<string> }>;

async function replaceLinks(tx: Transaction, table: SQL, column: SQL, links: Links): Promise<void> {
  const { rows, knownIds, edited } = links;
  const source = recordset(rows, `id uuid, "linkedId" uuid`);
  if (knownIds.length > 0) {
    await collectIds(
      tx,
      edited,
      sql`
      delete from ${table} t
       where t.site_id = any(${uuidArray(knownIds)})
         and not exists (select 1 from ${source} where r.id = t.site_id and r."linkedId" = t.${column})
      returning t.site_id as id`,
    );
  }
  if (rows.length === 0) return;
  await collectIds(
    tx,
    edited,
    sql`
    insert into ${table} (site_id, ${column}) select r.id, r."linkedId" from ${source}
    on conflict do nothing returning site_id as id`,
  );
}

/** Puts before the public what should be and is not yet, and takes back the rest; when stays on record. */
async function publish(tx: Transaction, rows: readonly SiteRow[], edited: Set<string>): Promise<void> {
  const source = recordset(rows, COLUMNS);
  await collectIds(
    tx,
    edited,
    sql`
    update site_publications p set unpublished_at = now() from ${source}
     where p.site_id = r.id and p.unpublished_at is null and not r.published
    returning p.site_id as id`,
  );
  await collectIds(
    tx,
    edited,
    sql`
    insert into site_publications (id, site_id, published_at)
    select r."publicationId", r.id, now() from ${source}
     where r.published
       and not exists (select 1 from site_publications p where p.site_id = r.id and p.unpublished_at is null)
    returning site_id as id`,
  );
}
