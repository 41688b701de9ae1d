import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { partners, tags } from "@/db/schema/places";
import { type ListCounts, type ListOrder, type ListPage, readPage } from "@/lib/people/lists/queries";
import type { Actor } from "@/lib/permissions/load-actor";
import { answerPart, listCondition, scopeOf } from "@/lib/permissions/scope";
import type { ShownTag } from "@/lib/places/partners/queries";
import type { TagKind } from "@/lib/places/tags/constants";
import { containing, startingWith } from "@/lib/platform/like-pattern";
import { TAGS_PER_PAGE } from "./constants";
import type { TagListQuery } from "./schemas";

/** A tag in the list. */
export type TagListItem = {
  id: string;
  externalId: string | null;
  kind: TagKind;
  name: string;
  description: string | null;
  /** Partners in the actor's sight that carry it. */
  partnerCount: number;
};

/** One page of the list. */
export type TagPage = Omit<ListPage<never>, "rows"> & {
  tags: TagListItem[];
  /** How many tags the actor may see at all, and how many of each kind; `total` says how many match. */
  inRemit: number;
  kinds: Partial<Record<TagKind, number>>;
};

/**
 * A page of the tags that the actor may see and the query asks for, each with how many partners in the actor's sight carry
 * it. Null for whoever may see no tags at all. Two statements, whatever the number of tags; a cursor whose page has emptied
 * gives the first page.
 */
export async function listTags(actor: Actor, query: TagListQuery): Promise<TagPage | null> {
  if (listCondition(actor, "tag", "view").rows === "none") return null;
  return readTransaction(async (tx) => {
    const listed = tagsListed(actor, query);
    let seen: Omit<Counted, keyof ListCounts> = { inRemit: 0, kinds: {} };
    const { rows, ...page } = await readPage<Row>({
      order: orderOf(query.sort),
      cursor: query.cursor,
      perPage: TAGS_PER_PAGE,
      count: async (passed) => {
        const counted = await countRows(tx, actor, listed, passed);
        seen = { inRemit: counted.inRemit, kinds: counted.kinds };
        return counted;
      },
      read: (beyond, direction) => readRows(tx, listed, { beyond, direction }),
      markOf: ({ sortKey, id }) => ({ key: sortKey, id }),
    });
    return { ...page, tags: rows.map(({ sortKey: _, ...row }) => row), ...seen };
  });
}

/** Why the actor may not see tags, in words; none where they may see some. */
export function reasonsAgainstTags(actor: Actor): { code: string; text: string; via: null }[] {
  const facts = { number: 0, kind: "category" };
  const { reason } = answerPart(actor, "tag", { action: "view", facts, fallback: "no_grant" });
  return reason === null ? [] : [{ code: "no_grant", text: reason, via: null }];
}

/** How the list stands: by name whatever the case of the letters, or by partners and then by name; then by id. */
function orderOf(sort: TagListQuery["sort"]): ListOrder {
  return {
    row: sql`(listed.sort_key, listed.id)`,
    at: ({ key, id }) => sql`(${key}::text, ${id}::uuid)`,
    downwards: sort === "-name",
  };
}

/** The select `listed`: every tag that matches, with its count and what it is sorted by. */
function tagsListed(actor: Actor, { text, kind, sort }: TagListQuery): SQL {
  const name = sql`lower(${tags.name})`;
  const count = sql`coalesce(counts.partners, 0)`;
  // As many digits for every count, and the greatest first, so that a text stands for both.
  const key = sort === "-partners" ? sql`lpad((999999999 - ${count})::text, 9, '0') || ${name}` : name;
  const matching = [
    sql`(${scopeOf(actor, "tag", "view")})`,
    ...(kind === "" ? [] : [sql`${tags.kind} = ${kind}`]),
    ...(text === "" ? [] : [named(text)]),
  ];
  return sql`with counts as materialized (
      select step.number, count(*)::int as partners from ${partners} cross join lateral unnest(${partners.tagIds}) as step(number)
      where (${scopeOf(actor, "partner", "view")}) group by step.number),
    listed as materialized (
      select ${tags.id}, ${tags.externalId}, ${tags.kind}, ${tags.name}, ${tags.description}, ${count} as partner_count, ${key} as sort_key
      from ${tags} left join counts on counts.number = ${tags.number} where ${sql.join(matching, sql` and `)})`;
}

/** Every word of the text stands in the name, in any order. */
function named(text: string): SQL {
  const words = text.split(" ").map((word) => sql`lower(${tags.name}) like lower(${containing(word)})`);
  return sql`(${sql.join(words, sql` and `)})`;
}

type Counted = ListCounts & Pick<TagPage, "inRemit" | "kinds">;

async function countRows(tx: Transaction, actor: Actor, listed: SQL, passed: SQL): Promise<Counted> {
  const [counted] = await tx.execute<Counted>(sql`${listed}, seen as (
      select ${tags.kind} as kind, count(*)::int as tags from ${tags} where (${scopeOf(actor, "tag", "view")}) group by ${tags.kind})
    select (select coalesce(sum(seen.tags), 0)::int from seen) as "inRemit",
      (select coalesce(json_object_agg(seen.kind, seen.tags), '{}') from seen) as "kinds",
      count(*)::int as "total", (count(*) filter (where ${passed}))::int as "before" from listed`);
  return counted ?? { total: 0, before: 0, inRemit: 0, kinds: {} };
}

type Row = TagListItem & { sortKey: string };

async function readRows(
  tx: Transaction,
  listed: SQL,
  { beyond, direction }: { beyond: SQL; direction: SQL },
): Promise<Row[]> {
  const found = await tx.execute<Row>(sql`${listed}
    select listed.id as "id", listed.external_id as "externalId", listed.kind as "kind", listed.name as "name",
      listed.description as "description", listed.partner_count as "partnerCount", listed.sort_key as "sortKey"
    from listed where ${beyond}
    order by listed.sort_key ${direction}, listed.id ${direction} limit ${TAGS_PER_PAGE}`);
  return [...found];
}

/** The tags that this actor may see, partnerships first, then by name; `id` is the external id where there is one. One statement. */
export async function listTagChoices(actor: Actor): Promise<ShownTag[]> {
  return readTransaction(async (tx) => {
    const found = await tx.execute<ShownTag>(sql`
      select coalesce(${tags.externalId}, ${tags.id}::text) as "id", ${tags.name} as "name", ${tags.kind} as "kind"
      from ${tags} where (${scopeOf(actor, "tag", "view")}) order by ${tags.kind} desc, lower(${tags.name}), ${tags.id}`);
    return [...found];
  });
}

/** The tags that a text means and the actor may see, as the list searches for them; those whose name begins with it first. One statement. */
export async function searchTags(
  tx: Transaction,
  actor: Actor,
  text: string,
  most: number,
): Promise<Omit<TagListItem, "description" | "partnerCount">[]> {
  const begins = sql`lower(${tags.name}) like lower(${startingWith(text)})`;
  return tx
    .select({ id: tags.id, externalId: tags.externalId, kind: tags.kind, name: tags.name })
    .from(tags)
    .where(sql`(${scopeOf(actor, "tag", "view")}) and ${named(text)}`)
    .orderBy(sql`${begins} desc`, sql`lower(${tags.name})`, tags.id)
    .limit(most);
}
