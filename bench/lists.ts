import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type Actor, loadActor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { meetsFilters } from "@/lib/places/partner-filters/queries";
import { EVERY_PARTNER } from "@/lib/places/partner-list/schemas";

/** One way to ask for the first page of a list with its total: the median of its runs, and the indexes that its plan used. */
export type ListRate = Readonly<{ name: string; milliseconds: number; indexes: readonly string[] }>;

const RUNS = 25;

/**
 * How long the first page of partners with its total takes for an area admin: with the policy's condition, with the same
 * condition written by hand, and walking the tree for each place as a closure would be walked. All three must give the
 * same total, or nothing is reported. Then what a search takes, in that area and in the whole portal; a few of very many
 * names or postcodes must be found by an index, or the bench fails.
 */
export async function benchLists(tx: Transaction, email: string): Promise<readonly ListRate[]> {
  await tx.execute(sql`analyze partners`);
  const actor = await loadActor(tx, { email });
  const granted = actor?.grants.flatMap(({ places }) => places.map(({ number }) => number)) ?? [];
  if (actor === null || granted.length === 0) {
    throw new Error(`${email} looks after no area, so there is no list to measure.`);
  }
  const area = sql.raw(`'{${granted.join(",")}}'::integer[]`);
  const conditions: Readonly<Record<string, SQL>> = {
    "list: ours": scopeOf(actor, "partner", "view"),
    "list: by hand": sql`partners.scope_ids && ${area}`,
    "list: exists over the tree": sql`exists (select 1 from neighbourhoods
      where neighbourhoods.path && ${area} and neighbourhoods.number = any(partners.place_ids))`,
  };
  const rates: ListRate[] = [];
  const totals = new Set<unknown>();
  for (const [name, where] of Object.entries(conditions)) {
    const [row] = await tx.execute(sql`select count(*) as total from partners where ${where}`);
    totals.add(row?.total);
    rates.push({ name, milliseconds: await medianOf(tx, where), indexes: await indexesOf(tx, where) });
  }
  if (totals.size !== 1) {
    throw new Error("The lists disagree on their total; nothing is reported.");
  }
  return [...rates, ...(await benchSearches(tx, actor))];
}

/** What is typed into the search, and the index that must find it among very many partners. */
const SEARCHES = [
  { text: "partner 4711", index: "partners_name_search" },
  { text: "BE17 1NC", index: "partner_addresses_postcode" },
] as const;

async function benchSearches(tx: Transaction, actor: Actor): Promise<readonly ListRate[]> {
  await tx.execute(sql`analyze partner_addresses`);
  const rates: ListRate[] = [];
  for (const { text, index } of SEARCHES) {
    const found = meetsFilters(actor, { ...EVERY_PARTNER, text }, { place: null, tag: null });
    const scopes = { "in an area": sql`(${scopeOf(actor, "partner", "view")}) and ${found}`, everywhere: found };
    for (const [where, condition] of Object.entries(scopes)) {
      const indexes = await indexesOf(tx, condition);
      if (where === "everywhere" && !indexes.includes(index)) {
        throw new Error(`The search for ${text} is not served by ${index} but by ${indexes.join(", ") || "no index"}.`);
      }
      const name = `search: ${text}, ${where}`;
      rates.push({ name, milliseconds: await medianOf(tx, condition), indexes });
    }
  }
  return rates;
}

function page(where: SQL): SQL {
  return sql`select id, name, count(*) over () as total from partners where ${where} order by lower(name), id limit 50`;
}

async function medianOf(tx: Transaction, where: SQL): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await tx.execute(page(where));
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

async function indexesOf(tx: Transaction, where: SQL): Promise<readonly string[]> {
  const plan = await tx.execute(sql`explain ${page(where)}`);
  const lines = plan.map((row) => String(Object.values(row)[0]));
  const found = lines.flatMap((line) => /Index (?:Only )?Scan (?:using|on) (\S+)/.exec(line)?.[1] ?? []);
  return [...new Set(found)];
}
