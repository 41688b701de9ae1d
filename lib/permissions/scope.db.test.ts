import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { onStatement, readTransaction, writeTransaction } from "@/db/client";
import { accessWorld } from "@/lib/testing/access-world";
import { loadWorld } from "@/lib/world/load";
import { decideMany } from "./decide";
import { loadLedger, Wanted } from "./facts/ledger";
import { type Actor, loadActor, loadActors } from "./load-actor";
import { capabilities, listCondition, scopeOf } from "./scope";

const people = (accessWorld.users ?? []).map(({ email }) => email);
const partners = (accessWorld.partners ?? []).map(({ id }) => id);
const acts = ["view", "update", "delete", "hide", "assign_role", "invite", "restore"] as const;

beforeAll(async () => {
  await writeTransaction({ actorId: null, requestId: null }, (tx) => loadWorld(tx, accessWorld));
});

async function actorOf(name: string): Promise<Actor> {
  const actor = await readTransaction((tx) => loadActor(tx, { email: `${name}@people.example` }));
  if (actor === null) throw new Error(`There is no ${name} in that world.`);
  return actor;
}

async function listed(actor: Actor, action: string): Promise<string[]> {
  const rows = await readTransaction((tx) =>
    tx.execute(sql`select external_id from partners where ${scopeOf(actor, "partner", action)} order by 1`),
  );
  return rows.map(({ external_id }) => String(external_id));
}

describe("a list", () => {
  it.each([
    ["root", ["ardwick-hall", "hulme-and-ardwick", "hulme-cafe", "moss-side-garden", "wales-shop"]],
    ["area", ["hulme-and-ardwick", "hulme-cafe", "moss-side-garden"]],
    ["partnership", ["ardwick-hall", "hulme-cafe"]],
    ["cafe", ["hulme-cafe"]],
    ["plain", []],
    ["gone", []],
  ])("of %s holds exactly the partners in reach", async (name, wanted) => {
    expect(await listed(await actorOf(name), "view")).toEqual(wanted);
  });

  it("holds every row of root's and no row of somebody without a grant, without asking about rows", async () => {
    expect(listCondition(await actorOf("root"), "partner", "view")).toEqual({ rows: "all" });
    for (const name of ["plain", "gone"]) {
      expect(listCondition(await actorOf(name), "partner", "view")).toEqual({ rows: "none" });
    }
  });

  it("holds no row for an action that nobody has heard of", async () => {
    expect(listCondition(await actorOf("root"), "partner", "burn")).toEqual({ rows: "none" });
    expect(await listed(await actorOf("root"), "burn")).toEqual([]);
  });
});

it("list, row buttons and decision say the same of everybody, every partner and every action", async () => {
  const seen = new Set<boolean>();
  await readTransaction(async (tx) => {
    const wanted = new Wanted();
    for (const id of partners) wanted.partners.add(id);
    const ledger = await loadLedger(tx, wanted);
    for (const actor of await loadActors(tx, people)) {
      for (const action of acts) {
        const rows = await tx.execute(sql`select external_id from partners
          where ${scopeOf(actor, "partner", "view")} and ${scopeOf(actor, "partner", action)}`);
        const inList = new Set(rows.map(({ external_id }) => external_id));
        const asks = partners.map((id) => ({ actor, action, resource: { type: "partner", id } }));
        const decisions = await decideMany(tx, asks);
        for (const [index, id] of partners.entries()) {
          const facts = ledger.partner(id);
          const able = capabilities(actor, "partner", ["view", action], facts);
          const rights = able.view && able[action];
          seen.add(rights);
          expect([id, inList.has(id)], `${actor.email} ${action}`).toEqual([id, rights]);
          // Only validity may still refuse what rights allow: restoring what is not deleted.
          const decision = decisions[index];
          const valid = decision?.outcome !== "deny" || decision.reasons.some(({ code }) => code !== "invalid");
          expect([id, decision?.outcome === "allow" || (rights && !valid)], `${actor.email} ${action}`).toEqual([
            id,
            rights,
          ]);
        }
      }
    }
  });
  expect(seen).toEqual(new Set([true, false]));
});

it("an actor is loaded with every grant in one statement, whatever the number of people", async () => {
  const count = async (keys: string[]) => {
    const texts: string[] = [];
    onStatement((text) => texts.push(text));
    await readTransaction((tx) => loadActors(tx, keys));
    onStatement(null);
    return texts.filter((text) => !text.startsWith("select set_config(")).length;
  };
  expect(await count(people.slice(0, 1))).toBe(1);
  expect(await count(people)).toBe(1);
});
