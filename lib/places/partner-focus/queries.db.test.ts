import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { type Ask, decideMany } from "@/lib/permissions/decide";
import { findPartners } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { listPartners } from "@/lib/places/partner-list/queries";
import { EVERY_PARTNER } from "@/lib/places/partner-list/schemas";
import { holdClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { personAt } from "@/lib/testing/as-person";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import { NO_FOCUS, type PartnerFocus } from "./schemas";

const world = demoWorld();
const partners = world.partners ?? [];

beforeAll(() => loadForTest(world, { reset: true }));
afterEach(() => holdClock(null));

function load(person: DemoPerson): Promise<Actor> {
  return personAt(demoEmail(person));
}

/** External ids of what a focus selects for somebody, in the alphabet. The demo's list takes a few pages. */
async function selected(actor: Actor, focus: Partial<PartnerFocus>): Promise<string[]> {
  const ids: string[] = [];
  for (let query = { ...EVERY_PARTNER, focus: { ...NO_FOCUS, ...focus } }; ; ) {
    const { partners: rows, next } = await listPartners(actor, query);
    ids.push(...rows.map(({ externalId }) => externalId ?? ""));
    if (next === null) return ids.toSorted();
    query = { ...query, cursor: next };
  }
}

/** The grant's own id, and the number of one of its partnerships, from what the actor holds. */
function roleOf(actor: Actor, partnership: string, place: string) {
  const grant = actor.grants.find(({ places }) => places.some(({ name }) => name === place));
  const number = grant?.partnerships.find(({ name }) => name === partnership)?.number;
  return { id: grant?.id ?? "", key: `${grant?.id}.${number}` };
}

test("opening hours are given or not, and the two together are everything", async () => {
  const root = await load("ruth.adeyemi");
  const open = partners.filter(({ openingHours }) => (openingHours ?? []).length > 0).map(({ id }) => id ?? "");
  expect(await selected(root, { hours: "with" })).toEqual(open.toSorted());
  const closed = partners.map(({ id }) => id ?? "").filter((id) => !open.includes(id));
  expect(closed.length).toBeGreaterThan(0);
  expect(await selected(root, { hours: "without" })).toEqual(closed.toSorted());
});

test("changed within so many days counts back from this moment", async () => {
  const root = await load("ruth.adeyemi");
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  const everybody = partners.length;
  for (const [later, week, month] of [
    [0, everybody, everybody],
    [8, 0, everybody],
    [31, 0, 0],
  ] as const) {
    holdClock(days(later));
    expect(await selected(root, { changed: "7" })).toHaveLength(week);
    expect(await selected(root, { changed: "30" })).toHaveLength(month);
  }
});

test("a partner without any place is found by root, and by nobody whose role is about places", async () => {
  await writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    await tx.execute(sql`select set_config('app.structure_only', 'on', true)`);
    await tx.execute(
      sql`insert into partners (id, external_id, name) values (${newId()}, 'nowhere', 'Lost everywhere')`,
    );
  });
  expect(await selected(await load("ruth.adeyemi"), { placed: "without" })).toEqual(["nowhere"]);
  expect(await selected(await load("lakshmi.nair"), { placed: "without" })).toEqual([]);
});

describe("through one of several roles", () => {
  test("is what that role alone opens, although the others open more", async () => {
    const mel = await load("mel.hartley");
    const [area, tag, own] = [
      await selected(mel, { through: "neighbourhood_admin" }),
      await selected(mel, { through: "partnership_admin" }),
      await selected(mel, { through: "partner_admin" }),
    ];
    expect(own).toEqual(["chapel-street-kitchen", "ordsall-community-cafe"]);
    expect(area.length).toBeGreaterThan(0);
    expect(tag.length).toBeGreaterThan(0);
    expect(await selected(mel, {})).toEqual([...new Set([...area, ...tag, ...own])].toSorted());
  });

  test("never combines the area of one with the partnership of another", async () => {
    const tom = await load("tom.ashworth");
    const [ardwick, hulme] = [roleOf(tom, "Age Friendly", "Ardwick"), roleOf(tom, "Youth Voice", "Hulme")];
    // Bridging Ages, in Hulme, is of both partnerships; Tom has it through Youth Voice alone.
    expect(await selected(tom, { through: ardwick.id })).not.toContain("bridging-ages");
    expect(await selected(tom, { through: hulme.id })).toContain("bridging-ages");
    expect(await selected(tom, { through: hulme.key })).toEqual(await selected(tom, { through: hulme.id }));
  });

  test("narrowed to one partnership is that one's part of the role", async () => {
    const devika = await load("devika.rao");
    const [green, youth] = [
      roleOf(devika, "Green Neighbours", "Manchester"),
      roleOf(devika, "Youth Voice", "Manchester"),
    ];
    const [greens, youths] = [
      await selected(devika, { through: green.key }),
      await selected(devika, { through: youth.key }),
    ];
    expect(greens).not.toEqual(youths);
    expect([...new Set([...greens, ...youths])].toSorted()).toEqual(await selected(devika, {}));
  });

  test("of somebody else, made up or of another kind is a filter that nothing meets", async () => {
    const [tom, devika] = [await load("tom.ashworth"), await load("devika.rao")];
    const { id, key } = roleOf(tom, "Youth Voice", "Hulme");
    for (const focus of [
      { through: id },
      { through: key },
      { candidates: key },
      { through: newId() },
      { candidates: `${newId()}.1` },
      { through: `${devika.grants[0]?.id}.999999` },
      { candidates: `${devika.grants[0]?.id}.999999` },
      { through: "neighbourhood_admin" },
    ]) {
      const page = await listPartners(devika, { ...EVERY_PARTNER, focus: { ...NO_FOCUS, ...focus } });
      expect([page.total, page.filters.through, page.filters.candidates], JSON.stringify(focus)).toEqual([
        0,
        null,
        null,
      ]);
    }
  });

  test("is told in words", async () => {
    const mel = await load("mel.hartley");
    const words = async (focus: Partial<PartnerFocus>) =>
      (await listPartners(mel, { ...EVERY_PARTNER, focus: { ...NO_FOCUS, ...focus } })).filters;
    const { key } = roleOf(mel, "Age Friendly", "Longsight");
    expect((await words({ through: "neighbourhood_admin" })).through).toBe("Levenshulme");
    expect((await words({ candidates: key })).candidates).toBe("Age Friendly in Gorton & Abbey Hey and Longsight");
    expect((await words({ through: "partner_admin" })).through).toBe("your own partners");
    expect(await words({})).toMatchObject({ through: null, candidates: null });
  });
});

describe("candidates for a partnership", () => {
  test.each<[DemoPerson, string, string]>([
    ["devika.rao", "Green Neighbours", "Manchester"],
    ["devika.rao", "Youth Voice", "Manchester"],
    ["mel.hartley", "Age Friendly", "Longsight"],
    ["tom.ashworth", "Age Friendly", "Ardwick"],
    ["tom.ashworth", "Youth Voice", "Hulme"],
    ["patience.okoro", "Age Friendly", "Hulme"],
    ["sian.llewelyn", "Croeso Cynnes / Warm Welcome", "Gwynedd"],
  ])(
    "of %s's %s in %s are exactly those in the area to whom the engine lets it be given",
    async (person, name, place) => {
      const actor = await load(person);
      const { id, key } = roleOf(actor, name, place);
      const area = actor.grants.find((grant) => grant.id === id)?.places.map(({ number }) => number) ?? [];
      const tag = world.tags?.find((one) => one.name === name)?.id ?? "";
      const expected = await readTransaction(async (tx) => {
        const records = await findPartners(
          tx,
          partners.map((partner) => partner.id ?? ""),
        );
        const inArea = records.filter(({ places }) => places.some((path) => path.some((step) => area.includes(step))));
        const without = inArea.filter(
          ({ externalId }) => !partners.find((one) => one.id === externalId)?.tags?.includes(tag),
        );
        const asks = without.map((record): Ask => {
          return {
            actor,
            action: "update",
            resource: { type: "partner", id: record.id },
            properties: { addTags: [tag] },
          };
        });
        const decisions = await decideMany(tx, asks);
        return without
          .filter((_, index) => decisions[index]?.outcome === "allow")
          .map(({ externalId }) => externalId ?? "");
      });
      expect(await selected(actor, { candidates: key })).toEqual(expected.toSorted());
    },
  );

  test("are some for whoever has another role there, and none for whoever has not", async () => {
    const [devika, patience] = [await load("devika.rao"), await load("patience.okoro")];
    const green = roleOf(devika, "Green Neighbours", "Manchester");
    expect(await selected(devika, { candidates: green.key })).not.toEqual([]);
    const age = roleOf(patience, "Age Friendly", "Hulme");
    expect(await selected(patience, { candidates: age.key })).toEqual([]);
  });
});
