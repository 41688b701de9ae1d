import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { readTransaction, type Transaction, writeTransaction } from "@/db/client";
import { accessWorld } from "@/lib/testing/access-world";
import { loadWorld } from "@/lib/world/load";
import { type PartnerFacts, partner, type UserFacts, user } from "../facts/attributes";
import { loadLedger, Wanted } from "../facts/ledger";
import {
  always,
  and,
  type Condition,
  everyShared,
  everyVia,
  everyWithin,
  isIn,
  not,
  or,
  shares,
  via,
  within,
} from "./conditions";
import { evaluate } from "./evaluate";
import { toSql } from "./to-sql";

const numbers = { places: new Map<string, number>(), tags: new Map<string, number>(), ids: new Map<string, string>() };

beforeAll(async () => {
  await writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    await loadWorld(tx, accessWorld);
    // A row that only a fault in the data could make: no place at all.
    await tx.execute(sql`select set_config('app.structure_only', 'on', true)`);
    await tx.execute(
      sql`insert into partners (id, external_id, name) values (gen_random_uuid(), 'nowhere', 'Nowhere')`,
    );
    // One person with partners inside and outside, one with a partner outside, and one whose grant has ended.
    for (const [who, where, ended] of [
      ["co-admin", "wales-shop", null],
      ["plain", "ardwick-hall", null],
      ["root", "hulme-cafe", "2020-01-01"],
    ]) {
      await tx.execute(sql`insert into role_grants (id, user_id, role, partner_id, granted_at, ends_on)
        select gen_random_uuid(), users.id, 'partner_admin', partners.id, now(), ${ended}::date from users, partners
        where email = ${`${who}@people.example`} and external_id = ${where}`);
    }
    for (const row of await tx.execute(sql`select code, number from neighbourhoods`)) {
      numbers.places.set(String(row.code), Number(row.number));
    }
    for (const row of await tx.execute(sql`select external_id, number from tags`)) {
      numbers.tags.set(String(row.external_id), Number(row.number));
    }
    for (const row of await tx.execute(sql`select external_id, id from partners`)) {
      numbers.ids.set(String(row.external_id), String(row.id));
    }
  });
});

const at = (...codes: string[]) => codes.map((code) => numbers.places.get(code) ?? 0);
const tagged = (...ids: string[]) => ids.map((id) => numbers.tags.get(id) ?? 0);
const id = (external: string) => numbers.ids.get(external) ?? "";

type Leaf = [name: string, condition: () => Condition<PartnerFacts>, wanted: string[]];

const leaves: Leaf[] = [
  ["isIn", () => isIn(partner.id, [id("hulme-cafe"), id("nowhere")]), ["hulme-cafe", "nowhere"]],
  ["within a place", () => within(partner.places, at("hulme")), ["hulme-and-ardwick", "hulme-cafe"]],
  [
    "within an ancestor",
    () => within(partner.places, at("north-west")),
    ["ardwick-hall", "hulme-and-ardwick", "hulme-cafe", "moss-side-garden"],
  ],
  [
    "everyWithin",
    () => everyWithin(partner.places, at("hulme", "wales"), { ifEmpty: "deny" }),
    ["hulme-cafe", "wales-shop"],
  ],
  [
    "everyWithin that lets the placeless in",
    () => everyWithin(partner.places, at("hulme"), { ifEmpty: "allow" }),
    ["hulme-cafe", "nowhere"],
  ],
  ["everyWithin over nothing", () => everyWithin(partner.places, [], { ifEmpty: "allow" }), ["nowhere"]],
  ["shares", () => shares(partner.partnerships, tagged("green", "food")), ["moss-side-garden"]],
  [
    "everyShared",
    () => everyShared(partner.partnerships, tagged("age", "food"), { ifEmpty: "deny" }),
    ["ardwick-hall", "hulme-cafe"],
  ],
  [
    "everyShared that lets the untagged in",
    () => everyShared(partner.partnerships, tagged("green"), { ifEmpty: "allow" }),
    ["hulme-and-ardwick", "moss-side-garden", "nowhere", "wales-shop"],
  ],
  [
    "everyShared over nothing",
    () => everyShared(partner.partnerships, [], { ifEmpty: "allow" }),
    ["hulme-and-ardwick", "nowhere", "wales-shop"],
  ],
  [
    "and",
    () => and(within(partner.places, at("manchester")), shares(partner.partnerships, tagged("age"))),
    ["ardwick-hall", "hulme-cafe"],
  ],
  [
    "or",
    () => or(within(partner.places, at("wales")), shares(partner.partnerships, tagged("green"))),
    ["moss-side-garden", "wales-shop"],
  ],
  ["not", () => not(within(partner.places, at("manchester"))), ["nowhere", "wales-shop"]],
  [
    "not everyWithin",
    () => not(everyWithin(partner.places, at("manchester"), { ifEmpty: "deny" })),
    ["nowhere", "wales-shop"],
  ],
  [
    "not everyShared",
    () => not(everyShared(partner.partnerships, tagged("age"), { ifEmpty: "allow" })),
    ["moss-side-garden"],
  ],
  [
    "always",
    () => always,
    ["ardwick-hall", "hulme-and-ardwick", "hulme-cafe", "moss-side-garden", "nowhere", "wales-shop"],
  ],
  ["never", () => ({ kind: "never" }), []],
];

it.each(leaves)("%s finds in SQL what it holds for in memory", async (_name, make, wanted) => {
  const condition: Condition = make();
  await readTransaction(async (tx) => {
    const rows = await tx.execute(sql`select external_id from partners where ${toSql(condition)} order by 1`);
    expect(rows.map(({ external_id }) => external_id)).toEqual(wanted);
    const facts = await partnerFacts(tx);
    const held = facts.filter(([, record]) => evaluate(condition, record)).map(([external]) => external);
    expect(held.toSorted()).toEqual(wanted);
  });
});

const people: [name: string, condition: () => Condition<UserFacts>, wanted: string[]][] = [
  ["via", () => via(user.administers, within(partner.places, at("hulme"))), ["cafe", "co-admin"]],
  ["via what lies elsewhere", () => via(user.administers, within(partner.places, at("wales"))), ["co-admin"]],
  ["via nothing that fits", () => via(user.administers, within(partner.places, at("moss-side"))), []],
  ["via any at all", () => via(user.administers, always), ["cafe", "co-admin", "plain"]],
  ["everyVia", () => everyVia(user.administers, within(partner.places, at("hulme"))), ["cafe"]],
  ["not via", () => not(via(user.administers, always)), ["area", "gone", "partnership", "root"]],
];

it.each(people)("%s finds in SQL what it holds for in memory", async (_name, make, wanted) => {
  const condition: Condition = make();
  await readTransaction(async (tx) => {
    const rows = await tx.execute(
      sql`select split_part(email, '@', 1) as name from users where ${toSql(condition)} order by email`,
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(wanted);
    const facts = await userFacts(tx);
    const held = facts.filter(([, record]) => evaluate(condition, record)).map(([name]) => name);
    expect(held.toSorted()).toEqual(wanted);
  });
});

async function partnerFacts(tx: Transaction): Promise<[string, PartnerFacts][]> {
  const wanted = new Wanted();
  const names = [...numbers.ids.keys()];
  for (const name of names) {
    wanted.partners.add(name);
  }
  const ledger = await loadLedger(tx, wanted);
  return names.flatMap((name): [string, PartnerFacts][] => {
    const record = ledger.partner(name);
    return record === undefined ? [] : [[name, record]];
  });
}

async function userFacts(tx: Transaction): Promise<[string, UserFacts][]> {
  const wanted = new Wanted();
  const emails = (accessWorld.users ?? []).map(({ email }) => email);
  for (const email of emails) {
    wanted.users.add(email);
  }
  const ledger = await loadLedger(tx, wanted);
  return emails.flatMap((email): [string, UserFacts][] => {
    const record = ledger.user(email);
    return record === undefined ? [] : [[email.slice(0, email.indexOf("@")), record]];
  });
}
