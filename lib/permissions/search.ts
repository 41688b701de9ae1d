import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isActionOf, isResourceType, portalId, type ResourceType } from "./catalogue";
import { type Ask, type Decision, decideMany } from "./decide";
import { tables } from "./facts/attributes";
import type { Actor } from "./load-actor";
import { listCondition } from "./scope";

/** What is searched for: the records of a type that an actor may do something to. */
export interface Search {
  readonly actor: Actor | null;
  readonly type: string;
  readonly action: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Whether consequences count as confirmed, as when one record is asked about. */
  readonly confirmed?: boolean;
  /** The cursor of the page before: the UUID of its last record. */
  readonly after: string | null;
  /** The most records of a page; null for everything up to `MAX_RESULTS`. */
  readonly limit: number | null;
}

/** One page, in the order of UUIDs. `next` is null at the end. */
export interface SearchPage {
  /** External ids where there are, e-mail addresses of people, codes of neighbourhoods, UUIDs otherwise. */
  readonly ids: readonly string[];
  readonly next: string | null;
}

/** The most records that a search without pages gives. Source: the action catalogue. */
const MAX_RESULTS = 10_000;

/** How many candidates are judged at a time where SQL alone cannot decide: few at first, for small pages, then more. */
const FIRST_BATCH = 32;
const LARGEST_BATCH = 512;

/** How many candidates one call judges at most; then the page ends early and the next one goes on from there. */
const JUDGED_AT_MOST = 20_000;

/** What no record allows as long as deleted partners are not kept: nothing is there to be restored. */
const neverAllowed = new Set(["partner restore"]);

/** Actions that the list form decides by itself: nothing about the state of the record can make them invalid. */
const decidedByScope: Readonly<Record<Exclude<ResourceType, "system">, readonly string[]>> = {
  neighbourhood: ["view", "view_history", "view_access", "export", "update", "assign_role", "remove_role", "invite"],
  tag: ["view", "view_history", "view_access", "export", "update", "delete"],
  partner: [
    "view",
    "view_history",
    "view_access",
    "export",
    "update",
    "delete",
    "hide",
    "unhide",
    "assign_role",
    "remove_role",
    "invite",
  ],
  user: ["view", "view_history", "view_access", "export", "update", "reactivate", "view_sessions", "end_sessions"],
};

/**
 * The records on which `decide` answers allow, page by page. Plain actions are answered by the list form alone; with
 * parameters, or where the state of a record matters, the list form finds the candidates and each is judged.
 */
export async function searchResources(tx: Transaction, search: Search): Promise<SearchPage> {
  const { actor, type, action } = search;
  if (actor === null || !isResourceType(type) || !isActionOf(type, action) || action === "create") {
    return { ids: [], next: null };
  }
  if (neverAllowed.has(`${type} ${action}`)) {
    return { ids: [], next: null };
  }
  if (type === "system") {
    return searchSystem(tx, search);
  }
  const limit = Math.min(search.limit ?? MAX_RESULTS, MAX_RESULTS);
  const exact = decidedByScope[type].includes(action) && Object.keys(search.properties ?? {}).length === 0;
  const found: Candidate[] = [];
  let after = search.after;
  let seen = 0;
  let batch = Math.min(Math.max(limit, FIRST_BATCH), LARGEST_BATCH);
  while (found.length <= limit) {
    const size = exact ? limit + 1 - found.length : batch;
    batch = Math.min(batch * 2, LARGEST_BATCH);
    const candidates = await findCandidates(tx, actor, type, action, after, size);
    found.push(...(exact ? candidates : await judged(tx, search, type, candidates)));
    if (candidates.length < size) {
      return pageOf(found, limit, null);
    }
    after = candidates.at(-1)?.id ?? null;
    seen += candidates.length;
    if (!exact && seen >= JUDGED_AT_MOST) {
      return pageOf(found, limit, after);
    }
  }
  return pageOf(found, limit, search.after);
}

/** The page, and where the next one begins: behind its last record where more were found, else where the looking stopped. */
function pageOf(found: readonly Candidate[], limit: number, stoppedAt: string | null): SearchPage {
  const page = found.slice(0, limit);
  const next = found.length > limit ? (page.at(-1)?.id ?? stoppedAt) : stoppedAt;
  return { ids: page.map(({ key }) => key), next };
}

/** How many records a plain search has in all; null where each would have to be judged. */
export async function countResources(tx: Transaction, search: Search): Promise<number | null> {
  const { actor, type, action } = search;
  if (actor === null || !isResourceType(type) || type === "system" || !decidedByScope[type].includes(action)) {
    return null;
  }
  if (Object.keys(search.properties ?? {}).length > 0) {
    return null;
  }
  const where = condition(actor, type, action);
  if (where === null) {
    return 0;
  }
  const [row] = await tx.execute(sql`select count(*)::integer as total from ${tables[type]} where ${where}`);
  return Number(row?.total);
}

interface Candidate {
  readonly id: string;
  readonly key: string;
}

const keys: Readonly<Record<keyof typeof tables, SQL>> = {
  neighbourhood: sql`${tables.neighbourhood.code}`,
  tag: sql`coalesce(${tables.tag.externalId}, ${tables.tag.id}::text)`,
  partner: sql`coalesce(${tables.partner.externalId}, ${tables.partner.id}::text)`,
  user: sql`${tables.user.email}`,
};

async function findCandidates(
  tx: Transaction,
  actor: Actor,
  type: keyof typeof tables,
  action: string,
  after: string | null,
  limit: number,
): Promise<Candidate[]> {
  const where = condition(actor, type, action);
  if (where === null || limit === 0) {
    return [];
  }
  const table = tables[type];
  const beyond = after === null ? sql`true` : sql`${table.id} > ${after}`;
  const rows = await tx.execute(
    sql`select ${table.id} as id, ${keys[type]} as key from ${table} where ${where} and ${beyond} order by ${table.id} limit ${limit}`,
  );
  return rows.map((row) => ({ id: String(row.id), key: String(row.key) }));
}

/** Visible and open to the action; null for no row at all, so that no query is asked for nothing. */
function condition(actor: Actor, type: ResourceType, action: string): SQL | null {
  const parts = [...new Set(["view", action])].map((asked) => listCondition(actor, type, asked));
  if (parts.some(({ rows }) => rows === "none")) {
    return null;
  }
  const conditions = parts.flatMap((part) => (part.rows === "where" ? [part.where] : []));
  return conditions.length === 0
    ? sql`true`
    : sql.join(
        conditions.map((part) => sql`(${part})`),
        sql` and `,
      );
}

async function judged(
  tx: Transaction,
  search: Search,
  type: string,
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  const asks = candidates.map((candidate) => askAbout(search, type, candidate.id));
  const decisions = await decideMany(tx, asks);
  return candidates.filter((_, index) => isYes(search, decisions[index]));
}

async function searchSystem(tx: Transaction, search: Search): Promise<SearchPage> {
  const [decision] = await decideMany(tx, [askAbout(search, "system", portalId)]);
  const found = isYes(search, decision) && search.after === null && search.limit !== 0;
  return { ids: found ? [portalId] : [], next: null };
}

function askAbout({ actor, action, properties }: Search, type: string, id: string): Ask {
  return { actor, action, resource: { type, id }, ...(properties === undefined ? {} : { properties }) };
}

function isYes({ confirmed }: Search, decision: Decision | undefined): boolean {
  return decision?.outcome === "allow" || (confirmed === true && decision?.outcome === "confirm");
}
