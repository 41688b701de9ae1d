import { beforeAll, describe, expect, test } from "vitest";
import { readTransaction } from "@/db/client";
import { type Ask, decideMany } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { personAt } from "@/lib/testing/as-person";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import { MOST_PLACES } from "./constants";
import { getNeighbourhoods, searchNeighbourhoods } from "./queries";
import type { FoundPlace, PlaceUse } from "./schemas";

const world = demoWorld();
const places = world.neighbourhoods ?? [];
const partners = world.partners ?? [];
const codes = places.map(({ code }) => code);
const parents = new Map(places.map(({ code, parent }) => [code, parent ?? null]));
const byName = new Map(places.map(({ code, name }) => [code, name]));

const people: readonly DemoPerson[] = [
  "ruth.adeyemi",
  "saoirse.quinn",
  "nasreen.malik",
  "seun.bakare",
  "shabnam.akhtar",
  "patience.okoro",
  "tom.ashworth",
  "devika.rao",
  "ngozi.eze",
  "mel.hartley",
  "bilal.hussain",
  "joyce.appiah",
  "rosa.delgado",
  "grace.ofori",
  "yusuf.karim",
];

beforeAll(() => loadForTest(world, { reset: true }));

function actorOf(person: DemoPerson): Promise<Actor> {
  return personAt(demoEmail(person));
}

/** Which of the questions get anything but a no. */
async function answers(asks: readonly Ask[]): Promise<boolean[]> {
  const decisions = await readTransaction((tx) => decideMany(tx, asks));
  return decisions.map(({ outcome }) => outcome !== "deny");
}

function pathOf(code: string): string[] {
  const parent = parents.get(code);
  return parent ? [code, ...pathOf(parent)] : [code];
}

function codesOf(found: readonly FoundPlace[] | null): string[] | null {
  return found?.map(({ code }) => code) ?? null;
}

describe.each(people)("%s", (person) => {
  test("is offered for a filter exactly the places that hold a partner in sight", async () => {
    const actor = await actorOf(person);
    const seen = await answers(
      partners.map(({ id }) => ({ actor, action: "view", resource: { type: "partner", id } })),
    );
    const inside = partners
      .filter((_, index) => seen[index])
      .flatMap(({ address, serviceAreas = [] }) =>
        [...(address ? [address.neighbourhood] : []), ...serviceAreas].flatMap(pathOf),
      );
    const offered = await getNeighbourhoods(actor, codes, { kind: "filter" });
    expect(codesOf(offered)).toEqual(codes.filter((code) => inside.includes(code)));
  });

  test("is offered any place at all where the engine lets them view its page", async () => {
    const actor = await actorOf(person);
    const views = await answers(
      codes.map((id) => ({ actor, action: "view", resource: { type: "neighbourhood", id } })),
    );
    const offered = await getNeighbourhoods(actor, codes, { kind: "any" });
    expect(codesOf(offered)).toEqual(codes.filter((_, index) => views[index]));
  });

  test("is offered for a partner exactly the places that the engine lets them add, and for one out of sight nothing", async () => {
    const actor = await actorOf(person);
    for (const { id } of partners.filter((_, index) => index % 6 === 0)) {
      const resource = { type: "partner", id };
      const [sees] = await answers([{ actor, action: "view", resource }]);
      const may = await answers(
        codes.map((code) => ({ actor, action: "update", resource, properties: { addNeighbourhoods: [code] } })),
      );
      const offered = await getNeighbourhoods(actor, codes, { kind: "partner", partnerId: id });
      expect(codesOf(offered), id).toEqual(sees === true ? codes.filter((_, index) => may[index]) : null);
    }
  });

  test("is offered for a new partner exactly the places where the engine lets them make one, with partnerships of one of their grants", async () => {
    const actor = await actorOf(person);
    const own = (world.roles ?? []).flatMap((role) =>
      role.role === "partnership_admin" && role.user === actor.email ? [role.partnerships] : [],
    );
    const may = await Promise.all(
      [[], ...own].map((tags) =>
        answers(
          codes.map((code) => ({
            actor,
            action: "create",
            resource: { type: "partner", id: "new", properties: { serviceAreas: [code], tags } },
          })),
        ),
      ),
    );
    const offered = await getNeighbourhoods(actor, codes, { kind: "new partner" });
    expect(codesOf(offered)).toEqual(codes.filter((_, index) => may.some((bundle) => bundle[index])));
  });

  test("finds by its name a place that they are offered, and no other", async () => {
    const actor = await actorOf(person);
    const uses: readonly PlaceUse[] = [{ kind: "filter" }, { kind: "new partner" }];
    for (const use of uses) {
      const offered = codesOf(await getNeighbourhoods(actor, codes, use)) ?? [];
      for (const code of codes.filter((_, index) => index % 4 === 0)) {
        const found = codesOf(await searchNeighbourhoods(actor, { text: byName.get(code) ?? "", use })) ?? [];
        expect(found.includes(code), `${code} for ${use.kind}`).toBe(offered.includes(code));
        expect(found.filter((other) => !offered.includes(other))).toEqual([]);
      }
    }
  });
});

test("every use offers somebody some places but not all, so that the agreement says something", async () => {
  const actors = await Promise.all(people.map(actorOf));
  for (const use of [
    { kind: "filter" },
    { kind: "new partner" },
    { kind: "partner", partnerId: "bridging-ages" },
  ] as const) {
    const counts = await Promise.all(
      actors.map(async (actor) => (await getNeighbourhoods(actor, codes, use))?.length ?? -1),
    );
    expect(
      counts.some((count) => count > 0 && count < codes.length),
      use.kind,
    ).toBe(true);
    expect(
      counts.some((count) => count <= 0),
      use.kind,
    ).toBe(true);
  }
});

describe("a search", () => {
  async function names(text: string, use: PlaceUse = { kind: "filter" }): Promise<string[]> {
    const found = await searchNeighbourhoods(await actorOf("ruth.adeyemi"), { text, use });
    return found?.map(({ path }) => path.slice(0, 2).join(", ")) ?? [];
  }

  test("gives the whole name first, then beginnings, then words, then parts, and wider places before narrower ones", async () => {
    await loadForTest({
      neighbourhoods: [
        { code: "T-1", name: "Testby", unit: "ward", parent: "E08000003" },
        { code: "T-2", name: "Testby", unit: "county", parent: "E12000002" },
        { code: "T-3", name: "Testby Moor", unit: "ward", parent: "T-2" },
        { code: "T-4", name: "Upper-Testby", unit: "ward", parent: "T-2" },
        { code: "T-5", name: "Untestbye", unit: "ward", parent: "T-2" },
        { code: "T-6", name: "Attestby", unit: "district", parent: "T-2" },
      ],
    });
    expect(await names("  TESTBY ", { kind: "new partner" })).toEqual([
      "Testby, North West",
      "Testby, Manchester",
      "Testby Moor, Testby",
      "Upper-Testby, Testby",
      "Attestby, Testby",
      "Untestbye, Testby",
    ]);
    expect(await names("testby manchester", { kind: "new partner" })).toEqual(["Testby, Manchester"]);
    expect(await names("Moor, Testby", { kind: "new partner" })).toEqual(["Testby Moor, Testby"]);
  });

  test("finds a place by its code and by its Welsh name", async () => {
    expect(await names("e05011368")).toEqual(["Hulme, Manchester"]);
    expect(await names("E0501136")).toEqual([]);
  });

  test.each(["%", "_", "\\", "a%b", "moss_side", "no such place", "nul\u0000l"])(
    "for %j finds nothing",
    async (text) => {
      expect(await names(text)).toEqual([]);
    },
  );

  test("without a text gives the widest places, and never more than the bound", async () => {
    const widest = await names("");
    expect(widest.slice(0, 3)).toEqual(["England", "Scotland", "Wales"]);
    expect(widest).toHaveLength(MOST_PLACES);
    expect((await names("e")).length).toBe(MOST_PLACES);
  });

  test("takes one statement, for a partner two, whatever is found", async () => {
    const actor = await actorOf("seun.bakare");
    const count = (text: string, use: PlaceUse) => countStatements(() => searchNeighbourhoods(actor, { text, use }));
    for (const text of ["", "m", "moss side, manchester", "nothing of the kind"]) {
      expect(await count(text, { kind: "filter" })).toBe(1);
      expect(await count(text, { kind: "new partner" })).toBe(1);
      expect(await count(text, { kind: "partner", partnerId: "hulme-advice-desk" })).toBe(2);
    }
    expect(await count("m", { kind: "partner", partnerId: "no-such-partner" })).toBe(1);
  });
});
