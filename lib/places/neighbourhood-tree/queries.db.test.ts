import { beforeAll, describe, expect, test } from "vitest";
import { onStatement, readTransaction } from "@/db/client";
import { getUser } from "@/lib/people/users/queries";
import { decide } from "@/lib/permissions/decide";
import { listPartners } from "@/lib/places/partner-list/queries";
import { EVERY_PARTNER } from "@/lib/places/partner-list/schemas";
import { asPerson } from "@/lib/testing/as-person";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getNeighbourhood, getNeighbourhoodHead, listChildren } from "./queries";

const world = {
  users: ["root", "area", "far", "tag", "own", "none", "incomplete", "colleague", "ended"].map((name) => ({
    email: `${name}@remit.example`,
    name: `Person ${name}`,
  })),
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "W", name: "Wales", unit: "country" },
    { code: "NW", name: "North West", unit: "region", parent: "E" },
    { code: "M", name: "Manchester", unit: "district", parent: "NW" },
    { code: "H", name: "Hulme", unit: "ward", parent: "M" },
    { code: "MS", name: "Moss Side", unit: "ward", parent: "M" },
    { code: "AR", name: "ardwick", unit: "ward", parent: "M" },
    { code: "L", name: "Leeds", unit: "district", parent: "E" },
  ],
  tags: [
    { id: "age", kind: "partnership", name: "Age Friendly" },
    { id: "green", kind: "partnership", name: "Green Spaces" },
  ],
  partners: [
    { id: "garden", name: "Hulme Garden", serviceAreas: ["H", "MS"], tags: ["age"] },
    { id: "kitchen", name: "Moss Side Kitchen", serviceAreas: ["MS"], hidden: { reason: "Moving" } },
    { id: "bus", name: "Minibus", serviceAreas: ["M"], tags: ["age"] },
    { id: "library", name: "Leeds Library", serviceAreas: ["L"], tags: ["age"] },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "area@remit.example", role: "neighbourhood_admin", neighbourhoods: ["H", "M"] },
    { user: "far@remit.example", role: "neighbourhood_admin", neighbourhoods: ["W"] },
    { user: "tag@remit.example", role: "partnership_admin", neighbourhoods: ["E"], partnerships: ["age", "green"] },
    { user: "incomplete@remit.example", role: "partnership_admin", neighbourhoods: ["E"], partnerships: [] },
    { user: "ended@remit.example", role: "neighbourhood_admin", neighbourhoods: ["M"], endsOn: "2024-01-31" },
    { user: "own@remit.example", role: "partner_admin", partner: "garden" },
    { user: "colleague@remit.example", role: "partner_admin", partner: "garden" },
    // An area admin whom another one sees, as an admin of a partner in reach.
    { user: "colleague@remit.example", role: "neighbourhood_admin", neighbourhoods: ["NW"] },
  ],
};

beforeAll(() => loadForTest(world));

describe("what lies directly in a place", () => {
  test("is listed by name, with its unit and how many places lie in it", async () => {
    const places = await asPerson("root", (actor) => listChildren(actor, "E"));
    expect(places?.map(({ id: _, ...place }) => place)).toEqual([
      { code: "L", name: "Leeds", unit: "district", childCount: 0, partnerCount: 1 },
      { code: "NW", name: "North West", unit: "region", childCount: 1, partnerCount: 3 },
    ]);
    const wards = await asPerson("root", (actor) => listChildren(actor, "M"));
    expect(wards?.map(({ name }) => name)).toEqual(["ardwick", "Hulme", "Moss Side"]);
  });

  test.each([
    ["root", { AR: 0, H: 1, MS: 2 }],
    ["area", { AR: 0, H: 1, MS: 2 }],
    ["far", { AR: 0, H: 0, MS: 0 }],
    ["tag", { AR: 0, H: 1, MS: 1 }],
  ])("counts for %s only the partners within their remit, each once", async (name, counts) => {
    const places = await asPerson(name, (actor) => listChildren(actor, "M"));
    expect(Object.fromEntries(places?.map(({ code, partnerCount }) => [code, partnerCount]) ?? [])).toEqual(counts);
  });

  test("counts in each place as many partners as the list of partners there holds", async () => {
    for (const name of ["root", "area", "far", "tag", "colleague"]) {
      await asPerson(name, async (actor) => {
        for (const { code: parent } of world.neighbourhoods) {
          for (const { code, partnerCount } of (await listChildren(actor, parent)) ?? []) {
            const { total } = await listPartners(actor, { ...EVERY_PARTNER, place: code });
            expect(partnerCount, `${name} ${code}`).toBe(total);
          }
        }
      });
    }
  });

  test.each(["own", "none", "incomplete", "ended"])(
    "is nothing for %s, who may not see neighbourhoods, whether the place is there or not",
    async (name) => {
      const answers = await asPerson(name, async (actor) => [
        await listChildren(actor, "M"),
        await listChildren(actor, "no-such-place"),
      ]);
      expect(answers).toEqual([null, null]);
    },
  );

  test("is nothing where there is no such place, and an empty list where nothing lies in it", async () => {
    const [unknown, zero, blank, leaf] = await asPerson("root", async (actor) => [
      await listChildren(actor, "no-such-place"),
      await listChildren(actor, "M\u0000"),
      await listChildren(actor, ""),
      await listChildren(actor, "H"),
    ]);
    expect([unknown, zero, blank]).toEqual([null, null, null]);
    expect(leaf).toEqual([]);
  });

  test("takes one statement", async () => {
    for (const parent of ["E", "M"]) {
      expect(await asPerson("area", (actor) => countStatements(() => listChildren(actor, parent)))).toBe(1);
    }
  });
});

describe("a neighbourhood's record", () => {
  test("holds the way up with codes and units, what lies in it and the partners in sight", async () => {
    const found = await asPerson("tag", (actor) => getNeighbourhood(actor, "M"));
    expect(found?.neighbourhood).toMatchObject({
      code: "M",
      name: "Manchester",
      welshName: null,
      unit: "district",
      version: 1,
      path: [
        { code: "M", name: "Manchester", unit: "district" },
        { code: "NW", name: "North West", unit: "region" },
        { code: "E", name: "England", unit: "country" },
      ],
      partnerCount: 2,
      placedHere: 1,
    });
    expect(found?.neighbourhood.children.map(({ code, partnerCount }) => [code, partnerCount])).toEqual([
      ["AR", 0],
      ["H", 1],
      ["MS", 1],
    ]);
  });

  test("names everybody who looks after it to root, without grants that open nothing", async () => {
    const record = await asPerson("root", async (actor) => (await getNeighbourhood(actor, "H"))?.neighbourhood);
    expect(record?.admins).toEqual([
      {
        name: "Person area",
        email: "area@remit.example",
        role: "neighbourhood_admin",
        places: [
          { code: "M", name: "Manchester" },
          { code: "H", name: "Hulme" },
        ],
        partnerships: [],
      },
      expect.objectContaining({ email: "colleague@remit.example", places: [{ code: "NW", name: "North West" }] }),
      expect.objectContaining({
        email: "tag@remit.example",
        role: "partnership_admin",
        places: [{ code: "E", name: "England" }],
        partnerships: ["Age Friendly", "Green Spaces"],
      }),
    ]);
    expect(record?.unseenAdmins).toEqual([]);
  });

  test("names to an area admin only themselves, and counts the others by role: a colleague in sight among them", async () => {
    const record = await asPerson("area", async (actor) => (await getNeighbourhood(actor, "H"))?.neighbourhood);
    expect(record?.admins.map(({ email }) => email)).toEqual(["area@remit.example"]);
    expect(record?.unseenAdmins).toEqual([
      { role: "neighbourhood_admin", count: 1 },
      { role: "partnership_admin", count: 1 },
    ]);
  });

  test("names nobody's role that the person's own page hides from the same reader, and counts everybody once", async () => {
    for (const name of ["root", "area", "far", "tag", "colleague"]) {
      await asPerson(name, async (actor) => {
        for (const { code } of world.neighbourhoods) {
          const { admins = [], unseenAdmins = [] } = (await getNeighbourhood(actor, code))?.neighbourhood ?? {};
          for (const { email, role } of admins) {
            const shown = (await getUser(actor, email))?.user.grants.map((grant) => grant.role);
            expect(shown, `${email} to ${name} over ${code}`).toContain(role);
          }
          const all = await asPerson(
            "root",
            async (root) => (await getNeighbourhood(root, code))?.neighbourhood.admins,
          );
          const unseen = unseenAdmins.reduce((sum, { count }) => sum + count, 0);
          expect(admins.length + unseen, `${name} over ${code}`).toBe(all?.length);
        }
      });
    }
  });

  test("shows a partnership admin no one's account beyond sight, and only the names of their own partnerships", async () => {
    const record = await asPerson("tag", async (actor) => (await getNeighbourhood(actor, "L"))?.neighbourhood);
    expect(record?.admins).toMatchObject([
      { email: "tag@remit.example", partnerships: ["Age Friendly", "Green Spaces"] },
    ]);
    expect(record?.unseenAdmins).toEqual([]);
  });

  test("says why it is seen and what may be done, as the engine decides it", async () => {
    for (const [name, allowed] of [
      ["root", ["update", "create", "assign_role", "view_history"]],
      ["area", ["view_history"]],
    ] as const) {
      const remit = await asPerson(name, async (actor) => (await getNeighbourhood(actor, "M"))?.remit);
      expect(
        remit?.acts.filter((act) => act.allowed).map(({ act }) => act),
        name,
      ).toEqual(allowed);
      expect(remit?.view.length, name).toBeGreaterThan(0);
    }
    const refused = await asPerson("root", async (actor) => (await getNeighbourhood(actor, "M"))?.remit);
    expect(refused?.acts.find(({ act }) => act === "delete")?.reasons[0]?.text).toMatch(/lies below/);
  });

  test("exists for exactly those whom the engine lets view it", async () => {
    for (const name of ["root", "area", "far", "tag", "own", "none", "incomplete", "ended", "colleague"]) {
      await asPerson(name, async (actor) => {
        const ask = { actor, action: "view", resource: { type: "neighbourhood", id: "L" } };
        const { outcome } = await readTransaction((tx) => decide(tx, ask));
        expect((await getNeighbourhood(actor, "L")) !== null, name).toBe(outcome === "allow");
      });
    }
  });

  test("is found by its UUID as by its code, and not by anything else", async () => {
    const [byCode, byId, ...others] = await asPerson("root", async (actor) => {
      const found = await getNeighbourhood(actor, "M");
      const id = found?.neighbourhood.id ?? "";
      return [
        found,
        await getNeighbourhood(actor, id.toUpperCase()),
        await getNeighbourhood(actor, "m"),
        await getNeighbourhood(actor, "M\u0000"),
      ];
    });
    expect(byCode).not.toBeNull();
    expect(byId).toEqual(byCode);
    expect(others).toEqual([null, null]);
  });

  test("takes three statements, however much lies in it", async () => {
    const counts = await asPerson("root", async (actor) => [
      await countStatements(() => getNeighbourhood(actor, "E")),
      await countStatements(() => getNeighbourhood(actor, "AR")),
    ]);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeLessThanOrEqual(3);
  });
});

describe("what every tab of a neighbourhood shows", () => {
  test("is the same as on its own page, and there for the same people", async () => {
    for (const name of ["root", "area", "far", "tag", "own", "none", "incomplete", "ended", "colleague"]) {
      await asPerson(name, async (actor) => {
        for (const key of ["M", "H", "L", "no-such-place", "M\u0000"]) {
          const [whole, head] = [await getNeighbourhood(actor, key), await getNeighbourhoodHead(actor, key)];
          expect(head === null, `${name} ${key}`).toBe(whole === null);
          if (whole !== null) expect(whole, `${name} ${key}`).toMatchObject(head ?? {});
        }
      });
    }
  });

  test("is read in as many statements as its own page, without counting the partners there", async () => {
    const head = await asPerson("root", (actor) => statementsOf(() => getNeighbourhoodHead(actor, "E")));
    const page = await asPerson("root", (actor) => statementsOf(() => getNeighbourhood(actor, "E")));
    expect(head).toHaveLength(page.length);
    const counting = (statements: readonly string[]) => statements.filter((text) => text.includes("counts"));
    expect([counting(head).length, counting(page).length]).toEqual([0, 1]);
  });
});

/** What is sent to the database, without what settles role and settings. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  onStatement((text) => sent.push(text));
  await work().finally(() => onStatement(null));
  return sent.filter((text) => !text.startsWith("select set_config("));
}
