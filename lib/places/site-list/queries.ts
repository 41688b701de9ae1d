import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { neighbourhoods, tags } from "@/db/schema/places";
import { siteNeighbourhoods, sitePartnerships, sites } from "@/db/schema/sites";
import { type ListCounts, type ListOrder, type ListPage, readPage } from "@/lib/people/lists/queries";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { containing } from "@/lib/platform/like-pattern";
import { isPublished } from "../site-changes/queries";
import { NAMES_PER_ROW, SITES_PER_PAGE } from "./constants";
import type { SiteListQuery } from "./schemas";

/** A site in a list. */
export type SiteListItem = {
  id: string;
  externalId: string | null;
  name: string;
  slug: string;
  published: boolean;
  /** Names of the first few neighbourhoods and partnerships in the alphabet; the counts are of all. */
  placeNames: string[];
  placeCount: number;
  partnershipNames: string[];
  partnershipCount: number;
};

/** One page of the list. `inRemit`: how many the actor may see at all; `total` says how many match. */
export type SitePage = Omit<ListPage<never>, "rows"> & { sites: SiteListItem[]; inRemit: number };

type Row = SiteListItem & { sortKey: string };

const key = sql`lower(${sites.name})`;

const order: ListOrder = {
  row: sql`(${key}, ${sites.id})`,
  at: (cursor) => sql`(${cursor.key}::text, ${cursor.id}::uuid)`,
  downwards: false,
};

/** A page of the sites within the actor's remit that the query asks for, by name, with totals. Two statements, one where nothing is found. */
export async function listSites(actor: Actor, query: SiteListQuery): Promise<SitePage> {
  return readTransaction(async (tx) => {
    const scope = sql`(${scopeOf(actor, "site", "view")})`;
    const where = sql`${scope} and ${matches(query)}`;
    let inRemit = 0;
    const { rows, ...page } = await readPage<Row>({
      order,
      cursor: query.cursor,
      perPage: SITES_PER_PAGE,
      count: async (passed) => {
        const [counted] = await tx.execute<ListCounts & { inRemit: number }>(sql`
          select count(*)::int as "inRemit", (count(*) filter (where ${matches(query)}))::int as "total",
            (count(*) filter (where ${matches(query)} and ${passed}))::int as "before"
          from ${sites} where ${scope}`);
        inRemit = counted?.inRemit ?? 0;
        return counted;
      },
      read: (beyond, direction) =>
        tx.execute<Row>(sql`
          select ${sites.id} as "id", ${sites.externalId} as "externalId", ${sites.name} as "name", ${sites.slug} as "slug", ${key} as "sortKey",
            ${isPublished()} as "published", ${namesOf(places())} as "placeNames", ${countOf(places())} as "placeCount",
            ${namesOf(partnerships())} as "partnershipNames", ${countOf(partnerships())} as "partnershipCount"
          from ${sites} where ${where} and ${beyond}
          order by ${key} ${direction}, ${sites.id} ${direction} limit ${SITES_PER_PAGE}`),
      markOf: ({ sortKey, id }) => ({ key: sortKey, id }),
    });
    return { ...page, sites: rows.map(({ sortKey: _, ...site }) => site), inRemit };
  });
}

function matches({ text, state }: SiteListQuery): SQL {
  const pattern = sql`lower(${containing(text)})`;
  const told = sql`(lower(${sites.name}) like ${pattern} or ${sites.slug} like ${pattern} or lower(${sites.domain}) like ${pattern})`;
  const stated = state === "published" ? isPublished() : sql`not ${isPublished()}`;
  return sql`(${text === "" ? sql`true` : told} and ${state === "" ? sql`true` : stated})`;
}

function places(): { name: SQL; from: SQL } {
  return {
    name: sql`${neighbourhoods.name}`,
    from: sql`${siteNeighbourhoods} inner join ${neighbourhoods} on ${neighbourhoods.id} = ${siteNeighbourhoods.neighbourhoodId}
      where ${siteNeighbourhoods.siteId} = ${sites.id}`,
  };
}

function partnerships(): { name: SQL; from: SQL } {
  return {
    name: sql`${tags.name}`,
    from: sql`${sitePartnerships} inner join ${tags} on ${tags.id} = ${sitePartnerships.tagId}
      where ${sitePartnerships.siteId} = ${sites.id}`,
  };
}

function namesOf({ name, from }: { name: SQL; from: SQL }): SQL {
  return sql`array(select ${name} from ${from} order by ${name} limit ${NAMES_PER_ROW})`;
}

function countOf({ from }: { from: SQL }): SQL {
  return sql`(select count(*)::int from ${from})`;
}

/** A site as the command palette finds it. */
export type FoundSite = Readonly<{
  id: string;
  externalId: string | null;
  name: string;
  slug: string;
  published: boolean;
}>;

/** The sites within the actor's remit whose name or address holds the text, those that begin with it first; none for an empty text. One statement. */
export async function searchSites(tx: Transaction, actor: Actor, text: string, most: number): Promise<FoundSite[]> {
  if (text === "") return [];
  const found = await tx.execute<FoundSite>(sql`
    select ${sites.id} as "id", ${sites.externalId} as "externalId", ${sites.name} as "name", ${sites.slug} as "slug", ${isPublished()} as "published"
    from ${sites} where (${scopeOf(actor, "site", "view")}) and ${matches({ text, state: "", cursor: null })}
    order by position(lower(${text}) in ${key}), ${key}, ${sites.id} limit ${most}`);
  return [...found];
}
