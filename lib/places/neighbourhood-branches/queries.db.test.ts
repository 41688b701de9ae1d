import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/permissions/load-actor";
import { listPartners } from "@/lib/places/partner-list/queries";
import { EVERY_PARTNER } from "@/lib/places/partner-list/schemas";
import { personAt } from "@/lib/testing/as-person";
import { demoEmail } from "@/lib/testing/demo/people";
import { demoCode } from "@/lib/testing/demo/places";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import { getOpenTree, type OpenTree, ownPlaces, reasonsAgainstTree, searchTree } from "./queries";

beforeAll(() => loadForTest(demoWorld()));

type Person = Parameters<typeof demoEmail>[0];

async function as<Result>(person: Person, work: (actor: Actor) => Promise<Result>): Promise<Result> {
  return work(await personAt(demoEmail(person)));
}

function openIn(tree: OpenTree | null): string[] {
  return (tree?.below ?? []).map(({ code }) => code).toSorted();
}

const wayToManchester = [demoCode("england"), demoCode("manchester"), demoCode("north-west")].toSorted();

test("a place that is named is open with every place that it lies in, and nothing else is", async () => {
  const tree = await as("ruth.adeyemi", (actor) => getOpenTree(actor, [demoCode("manchester")]));
  expect(openIn(tree)).toEqual(wayToManchester);
  expect(tree?.top.map(({ name }) => name)).toEqual(["England", "Scotland", "Wales"]);
  const wards = tree?.below.find(({ code }) => code === demoCode("manchester"))?.places.map(({ name }) => name) ?? [];
  expect(wards).toHaveLength(32);
  expect(wards.slice(0, 2)).toEqual(["Ancoats & Beswick", "Ardwick"]);
});

test.each([[[]], [["no-such-place"]], [[demoCode("hulme").toLowerCase()]]])("%j opens nothing", async (opened) => {
  expect(openIn(await as("ruth.adeyemi", (actor) => getOpenTree(actor, opened)))).toEqual([]);
});

test("unless the address says otherwise, the ways to one's own area are open, and to root what lies at the top", async () => {
  expect(openIn(await as("nasreen.malik", (actor) => getOpenTree(actor, null)))).toEqual(wayToManchester);
  expect(await as("nasreen.malik", async (actor) => ownPlaces(actor).toSorted())).toEqual([
    demoCode("hulme"),
    demoCode("moss-side"),
  ]);
  const top = [demoCode("england"), demoCode("scotland"), demoCode("wales")].toSorted();
  expect(openIn(await as("ruth.adeyemi", (actor) => getOpenTree(actor, null)))).toEqual(top);
});

test("every count is the total of the list of partners there, for an area admin as for root", async () => {
  for (const person of ["ruth.adeyemi", "nasreen.malik", "patience.okoro"] as const) {
    await as(person, async (actor) => {
      const tree = await getOpenTree(actor, [demoCode("manchester")]);
      const shown = [tree?.top ?? [], ...(tree?.below ?? []).map(({ places }) => places)].flat();
      for (const { code, partnerCount } of shown.filter(({ unit, name }) => unit !== "ward" || name < "B")) {
        const { total } = await listPartners(actor, { ...EVERY_PARTNER, place: code });
        expect(partnerCount, `${person} ${code}`).toBe(total);
      }
      expect(tree?.partnerCount, person).toBe((await listPartners(actor, EVERY_PARTNER)).total);
    });
  }
});

test.each(["joyce.appiah", "yusuf.karim", "saoirse.quinn"] as const)(
  "is nothing for %s, who may not see neighbourhoods and is told who could",
  async (person) => {
    await as(person, async (actor) => {
      expect(await getOpenTree(actor, null)).toBeNull();
      expect(reasonsAgainstTree(actor)).toMatchObject([{ text: expect.stringContaining("root") }]);
    });
  },
);

test("takes one statement, however much is open", async () => {
  for (const opened of [null, [], [demoCode("manchester"), demoCode("gwynedd"), demoCode("glasgow-city")]]) {
    expect(await as("nasreen.malik", (actor) => countStatements(() => getOpenTree(actor, opened)))).toBe(1);
  }
});

test("a search finds places by name or code, and an address without one asks for nothing", async () => {
  await as("nasreen.malik", async (actor) => {
    for (const q of ["moss side", demoCode("moss-side"), ["moss side", "hulme"]]) {
      expect((await searchTree(actor, { q }))?.places[0]?.name).toBe("Moss Side");
    }
    for (const q of [undefined, "", "  ", []]) expect(await searchTree(actor, { q })).toBeNull();
  });
});
