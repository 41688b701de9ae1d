import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, writeTransaction } from "@/db/client";
import { publishSite } from "@/lib/places/site-publications/mutations";
import { publicSitePath, sitePath } from "@/lib/places/sites/constants";
import { insertSite } from "@/lib/places/sites/mutations";
import { newId } from "@/lib/platform/ids";
import { type DemoPlace, demoCode } from "./demo/places";
import type { DemoTag } from "./demo/tags";
import { addUserForTest } from "./sessions";

const nobody = { actorId: null, requestId: null };

/** A site that belongs to one test alone. */
export type TestSitePlan = Readonly<{
  /** What it is, in a word or two: it becomes a part of its name and address. */
  about: string;
  places?: readonly DemoPlace[];
  /** Partnerships by their keys in the demo world. */
  tags?: readonly DemoTag[];
  published?: boolean;
  heroText?: string;
}>;

/** What a test knows of its site: its page in the portal, its public one, and a site admin's address to sign in with. */
export type TestSite = Readonly<{
  id: string;
  name: string;
  slug: string;
  path: string;
  publicPath: string;
  admin: string;
}>;

/** Makes a site of the test's own in the demo world, with a site admin who holds no other role. */
export async function addSiteForTest(plan: TestSitePlan): Promise<TestSite> {
  const { about, places = [], tags = [], published = false, heroText } = plan;
  const mark = newId().slice(-8);
  const name = `Test ${about} ${mark}`;
  const slug = `test-${about.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${mark}`;
  const admin = `${newId()}@remit.example`;
  return writeTransaction(nobody, async (tx) => {
    const codes = JSON.stringify(places.map(demoCode));
    const found = await tx.execute<{ id: string }>(
      sql`select id from neighbourhoods where code in (select json_array_elements_text(${codes}::text::json))`,
    );
    const named = await tx.execute<{ id: string }>(
      sql`select id from tags where external_id in (select json_array_elements_text(${JSON.stringify(tags)}::text::json))`,
    );
    const id = await insertSite(tx, {
      texts: { name, slug, ...(heroText === undefined ? {} : { heroText }) },
      addPlaces: found.map((place) => place.id),
      removePlaces: [],
      addTags: named.map((tag) => tag.id),
      removeTags: [],
    });
    if (published) await publishSite(tx, { siteId: id, publishedBy: null });
    const userId = await addUserForTest(tx, admin, `Site Admin ${mark}`);
    await tx.execute(sql`insert into role_grants (id, user_id, role, site_id, granted_at)
      values (${newId()}, ${userId}, 'site_admin', ${id}, now())`);
    const path = sitePath({ id, externalId: null });
    return { id, name, slug, path, publicPath: publicSitePath(slug), admin };
  });
}

/** A site as it is in the database now. Places by code, partnerships by key, admins by e-mail address. */
export type TestSiteState = Readonly<{
  version: number;
  name: string;
  slug: string;
  domain: string | null;
  placeName: string | null;
  tagline: string | null;
  heroText: string | null;
  description: string | null;
  places: readonly string[];
  tags: readonly string[];
  published: boolean;
  admins: readonly string[];
}>;

/** Reads a site past every page and permission, by UUID, external id, slug or name; null where there is none. */
export async function readSiteForTest(key: string): Promise<TestSiteState | null> {
  return readTransaction(async (tx) => {
    const [row = null] = await tx.execute<TestSiteState>(sql`
      select s.version, s.name, s.slug, s.domain, s.place_name as "placeName", s.tagline, s.hero_text as "heroText", s.description,
        array(select n.code from site_neighbourhoods l join neighbourhoods n on n.id = l.neighbourhood_id where l.site_id = s.id order by 1) as places,
        array(select t.external_id from site_partnerships l join tags t on t.id = l.tag_id where l.site_id = s.id order by 1) as tags,
        exists (select 1 from site_publications p where p.site_id = s.id and p.unpublished_at is null) as published,
        array(select u.email from role_grants g join users u on u.id = g.user_id
          where g.site_id = s.id and g.ended_at is null order by 1) as admins
      from sites s where s.id::text = ${key} or s.external_id = ${key} or s.slug = ${key} or s.name = ${key}`);
    return row;
  });
}

/** The UUID of a site, by external id or slug. */
export async function siteIdForTest(key: string): Promise<string> {
  const [row] = await readTransaction((tx) =>
    tx.execute<{ id: string }>(sql`select id from sites where external_id = ${key} or slug = ${key}`),
  );
  if (row === undefined) throw new Error(`There is no site ${key}.`);
  return row.id;
}

/** The framework's data cache as far as readings use it, kept in memory: what is put in stays until its tag is let go of. */
export function dataCacheForTest(): { cache: object; forget: (tag: string) => void } {
  const entries = new Map<string, { value: unknown; tags: readonly string[] }>();
  const cache = {
    generateSimpleCacheKey: async (key: string) => key,
    get: async (key: string) => {
      const entry = entries.get(key);
      return entry === undefined ? null : { value: entry.value, isStale: false };
    },
    set: async (key: string, value: unknown, { tags = [] }: { tags?: readonly string[] }) => {
      entries.set(key, { value, tags });
    },
  };
  const forget = (tag: string) => {
    for (const [key, { tags }] of entries) if (tags.includes(tag)) entries.delete(key);
  };
  return { cache, forget };
}
