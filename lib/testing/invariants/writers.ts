import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, type Transaction, writeTransaction } from "@/db/client";
import type { WorldFile } from "@/lib/world/schema";

const SETTINGS = { actorId: null, requestId: null };
/** How often two writers meet in a test that leaves their order to chance. */
export const TRIES = 15;
/** Fewer where the two wait for each other and PostgreSQL takes a second to see it. */
export const DEADLOCK_TRIES = 3;

/** A small tree, two partners, two roots. */
export const world: WorldFile = {
  users: [
    { email: "one@remit.example", name: "One" },
    { email: "two@remit.example", name: "Two" },
  ],
  neighbourhoods: [
    { code: "C", name: "Country", unit: "country" },
    { code: "K", name: "Other country", unit: "country" },
    { code: "D1", name: "District one", unit: "district", parent: "C" },
    { code: "D2", name: "District two", unit: "district", parent: "C" },
    { code: "A", name: "A", unit: "ward", parent: "D1" },
    { code: "B", name: "B", unit: "ward", parent: "D1" },
    { code: "E", name: "E", unit: "ward", parent: "D2" },
  ],
  tags: [
    { id: "p1", kind: "partnership", name: "P1" },
    { id: "p2", kind: "partnership", name: "P2" },
    { id: "food", kind: "category", name: "Food" },
  ],
  partners: [
    {
      id: "here",
      name: "Here",
      address: { line1: "1", postcode: "X1", neighbourhood: "A" },
      serviceAreas: ["B"],
      tags: ["p1", "food"],
    },
    { id: "there", name: "There", serviceAreas: ["E"] },
  ],
  roles: [
    { user: "one@remit.example", role: "root" },
    { user: "two@remit.example", role: "root" },
  ],
};

/** What the work returns, written in a transaction of its own that commits. */
export const write = <Result>(work: (tx: Transaction) => Promise<Result>) => writeTransaction(SETTINGS, work);
/** Runs one statement in a transaction of its own. */
export const run = (text: string) => write(async (tx) => void (await tx.execute(sql.raw(text))));

/** The id of a partner as a piece of SQL, and so for the others. */
export const partner = (id: string) => `(select id from partners where external_id = '${id}')`;
/** The id of a place. */
export const place = (code: string) => `(select id from neighbourhoods where code = '${code}')`;
/** The id of a tag. */
export const tag = (id: string) => `(select id from tags where external_id = '${id}')`;
/** The id of a person. */
export const person = (name: string) => `(select id from users where name = '${name}')`;

/** How many rows have a kept column that disagrees with the truth. */
export async function drift(): Promise<number> {
  return (await readTransaction((tx) => tx.execute(sql`select * from kept_column_drift()`))).length;
}

/** What is kept of a partner, as codes and tag ids. */
export async function kept(
  id: string,
): Promise<{ places: string[]; scope: string[]; tags: string[]; partnerships: string[] }> {
  const codes = (column: string) =>
    `array(select n.code from neighbourhoods n where n.number = any(p.${column}) order by n.code)`;
  const ids = (column: string) =>
    `array(select t.external_id from tags t where t.number = any(p.${column}) order by t.external_id)`;
  const rows = await readTransaction((tx) =>
    tx.execute<{ places: string[]; scope: string[]; tags: string[]; partnerships: string[] }>(
      sql.raw(`select ${codes("place_ids")} as places, ${codes("scope_ids")} as scope, ${ids("tag_ids")} as tags,
        ${ids("partnership_ids")} as partnerships from partners p where external_id = '${id}'`),
    ),
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no partner ${id}`);
  return row;
}

/** The name of the rule that refused, or null. */
export async function refusal(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (!(cause instanceof Error)) throw error;
    if ("constraint_name" in cause && typeof cause.constraint_name === "string") return cause.constraint_name;
    return "code" in cause ? String(cause.code) : cause.message;
  }
}

/** What became of several writers at once, in their order. */
export async function refusals(works: readonly Promise<unknown>[]): Promise<(string | null)[]> {
  return Promise.all(works.map(refusal));
}

/** Runs the second statements while the first ones' transaction is still open; commits the first once the second waits or is done. */
export async function overlapping(first: readonly string[], second: readonly string[]): Promise<void> {
  const signals: { begun: () => void; commit: () => void } = { begun: () => undefined, commit: () => undefined };
  const begun = new Promise<void>((resolve) => {
    signals.begun = resolve;
  });
  const commit = new Promise<void>((resolve) => {
    signals.commit = resolve;
  });
  const one = write(async (tx) => {
    for (const text of first) await tx.execute(sql.raw(text));
    signals.begun();
    await commit;
  });
  await Promise.race([begun, one]);
  const two = write(async (tx) => {
    for (const text of second) await tx.execute(sql.raw(text));
  });
  await Promise.race([two.catch(() => undefined), somebodyWaits()]);
  signals.commit();
  await Promise.all([one, two]);
}

async function somebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await readTransaction((tx) => tx.execute(sql`select 1 from pg_locks where not granted`));
    if (waiting.length > 0) return;
  }
}

/** Runs one statement as the owner of the schema. */
export async function asOwner(text: string): Promise<void> {
  await write(async (tx) => {
    await tx.execute(sql`reset role`);
    await tx.execute(sql.raw(text));
  });
}
