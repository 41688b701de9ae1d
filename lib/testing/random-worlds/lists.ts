import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema/people";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import type { ResourceType } from "@/lib/permissions/catalogue";
import { loadLedger, Wanted } from "@/lib/permissions/facts/ledger";
import type { Actor } from "@/lib/permissions/load-actor";
import { capabilities, scopeOf } from "@/lib/permissions/scope";
import { judge } from "../oracle/judge";
import type { Batch, RandomWorld } from "./batch";

type Listed = Exclude<ResourceType, "system">;

/** The actions whose lists are compared on every world: the shapes of rules there are. */
const shapes: Readonly<Record<Listed, readonly string[]>> = {
  neighbourhood: ["view"],
  tag: ["view"],
  partner: ["view", "delete", "hide"],
  user: ["view"],
};

/** Every action whose list is decided by rights alone, compared on every tenth world. */
const everything: Readonly<Record<Listed, readonly string[]>> = {
  neighbourhood: ["view", "view_history", "view_access", "export", "update", "assign_role", "remove_role", "invite"],
  tag: ["view", "view_history", "view_access", "export", "update", "delete"],
  partner: [
    ...["view", "view_history", "view_access", "export", "update", "delete", "hide", "unhide"],
    ...["assign_role", "remove_role", "invite"],
  ],
  user: ["view", "view_history", "view_access", "export", "update", "reactivate", "view_sessions", "end_sessions"],
};

function listedActions(world: RandomWorld, type: Listed): readonly string[] {
  return (world.prefix.endsWith("0") ? everything : shapes)[type];
}

/** One cell of the comparison: an actor, an action and a record. */
export interface Cell {
  readonly email: string;
  readonly type: Listed;
  readonly action: string;
  readonly id: string;
}

/** Every cell of a world, in the order in which `listAnswers` answers. */
function cellsOf(world: RandomWorld): Cell[] {
  return types.flatMap((type) =>
    idsOf(world, type).flatMap((id) =>
      world.actors.flatMap((email) => listedActions(world, type).map((action) => ({ email, type, action, id }))),
    ),
  );
}

/** Whether the oracle allows the cell. */
function oracleAllows(world: RandomWorld, { email, type, action, id }: Cell): boolean {
  return judge(world.oracle, { actor: email, action, resource: { type, id } }).outcome === "allow";
}

/**
 * Whether each record is in each list, in one statement for a world: the lists' own SQL conditions over the real tables.
 * They stand as columns and not in a `where`, so that an answer that is neither true nor false shows too.
 */
async function listAnswers(
  tx: Transaction,
  world: RandomWorld,
  actors: ReadonlyMap<string, Actor>,
): Promise<ReadonlyMap<string, boolean>> {
  const selects = types.map((type) => selectOf(world, type, actors));
  const rows = await tx.execute(sql.join(selects, sql` union all `));
  const answers = new Map<string, boolean>();
  for (const row of rows) {
    const values = row.answers as unknown[];
    const columns = columnsOf(world, row.type as Listed);
    columns.forEach(({ email, action }, index) => {
      const value = values[index];
      if (typeof value !== "boolean") {
        throw new Error(`The list of ${action} for ${email} answers neither true nor false for ${String(row.id)}.`);
      }
      answers.set(`${email} ${String(row.type)} ${action} ${String(row.id)}`, value);
    });
  }
  return answers;
}

/**
 * The cells on which oracle, list and capabilities are not of one mind, one line each. Capabilities are worked out in
 * memory from the facts that decisions load; both leave parameters out and ask whether it may be done at all.
 */
export async function faultyLists(
  tx: Transaction,
  batch: Batch,
  actors: ReadonlyMap<string, Actor>,
): Promise<string[]> {
  const facts = await loadFacts(tx, batch);
  const faults: string[] = [];
  for (const world of batch.worlds) {
    const answers = await listAnswers(tx, world, actors);
    for (const cell of cellsOf(world)) {
      const actor = actors.get(cell.email);
      const allowed = oracleAllows(world, cell);
      const listed = answers.get(`${cell.email} ${cell.type} ${cell.action} ${cell.id}`);
      const able = actor !== undefined && isAble(actor, cell, facts(cell));
      if (listed !== allowed || able !== allowed) {
        const all = `oracle ${allowed}, list ${listed}, capabilities ${able}`;
        faults.push(`seed ${batch.seed}, world ${world.prefix}: ${JSON.stringify(cell)}\n  ${all}`);
      }
    }
  }
  return faults;
}

function isAble(actor: Actor, { type, action }: Cell, facts: unknown): boolean {
  const able = capabilities(actor, type, ["view", action], facts);
  return able.view === true && able[action] === true;
}

async function loadFacts(tx: Transaction, { worlds }: Batch): Promise<(cell: Cell) => unknown> {
  const wanted = new Wanted();
  for (const { tags: ownTags, partners: ownPartners, users: people } of worlds) {
    for (const { id } of ownTags) wanted.tags.add(id);
    for (const { id } of ownPartners) wanted.partners.add(id);
    for (const { email } of people) wanted.users.add(email);
  }
  const ledger = await loadLedger(tx, wanted);
  return ({ type, id }) => (type === "neighbourhood" ? {} : ledger[type](id));
}

const types: readonly Listed[] = ["neighbourhood", "tag", "partner", "user"];

const sources: Readonly<Record<Listed, { table: SQL; id: SQL }>> = {
  neighbourhood: { table: sql`${neighbourhoods}`, id: sql`${neighbourhoods.code}` },
  tag: { table: sql`${tags}`, id: sql`${tags.externalId}` },
  partner: { table: sql`${partners}`, id: sql`${partners.externalId}` },
  user: { table: sql`${users}`, id: sql`${users.email}` },
};

function selectOf(world: RandomWorld, type: Listed, actors: ReadonlyMap<string, Actor>): SQL {
  const { table, id } = sources[type];
  const conditions = columnsOf(world, type).map(({ email, action }) => {
    const actor = actors.get(email);
    // A list shows what is visible and open to the action, as a search does.
    const asked = [...new Set(["view", action])].map((name) =>
      actor === undefined ? sql`false` : scopeOf(actor, type, name),
    );
    return sql`(${sql.join(asked, sql`) and (`)})`;
  });
  const ids = sql.join(
    idsOf(world, type).map((name) => sql`${name}`),
    sql`, `,
  );
  return sql`select ${type}::text as type, ${id} as id, array[${sql.join(conditions, sql`, `)}] as answers from ${table} where ${id} in (${ids})`;
}

function columnsOf(world: RandomWorld, type: Listed): { email: string; action: string }[] {
  return world.actors.flatMap((email) => listedActions(world, type).map((action) => ({ email, action })));
}

// Places are the batch's; two of them stand for all, because nothing about a place decides who sees it.
function idsOf(world: RandomWorld, type: Listed): string[] {
  switch (type) {
    case "neighbourhood":
      return world.corner.slice(0, 2);
    case "tag":
      return world.tags.map(({ id }) => id);
    case "partner":
      return world.partners.map(({ id }) => id);
    case "user":
      return world.users.map(({ email }) => email);
  }
}
