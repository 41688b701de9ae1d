import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/permissions/load-actor";
import { MOST_PALETTE_RESULTS } from "@/lib/places/palette/constants";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { searchNeighbourhoodPages } from "./queries";

beforeAll(() => loadForTest(editingWorld));

async function as<Result>(who: string, work: (actor: Actor) => Promise<Result>): Promise<Result> {
  return work(await actorOf(who));
}

test.each(["root", "area", "far", "pa"])(
  "%s is offered the places that a text means, wherever they are",
  async (who) => {
    const found = await as(who, (actor) => searchNeighbourhoodPages(actor, " moss  SIDE "));
    expect(found).toEqual([
      {
        id: expect.any(String),
        code: "moss-side",
        name: "Moss Side",
        unit: "ward",
        path: ["Moss Side", "Manchester", "England"],
      },
    ]);
  },
);

test("the best match comes first, and of equal ones the widest", async () => {
  const found = await as("area", (actor) => searchNeighbourhoodPages(actor, "m"));
  expect(found.map(({ name }) => name)).toEqual(["Manchester", "Moss Side", "Hulme"]);
});

test.each(["own", "plain"])("%s, who may not see neighbourhoods, is offered none", async (who) => {
  expect(await as(who, (actor) => searchNeighbourhoodPages(actor, "moss side"))).toEqual([]);
});

test("an empty text finds nothing, and no text more than a glance's worth, in one statement", async () => {
  const wards = Array.from({ length: 2 * MOST_PALETTE_RESULTS }, (_, index) => {
    return { code: `x${index}`, name: `Crowded ward ${index}`, unit: "ward", parent: "salford" };
  });
  await loadForTest({ neighbourhoods: wards });
  await as("root", async (actor) => {
    expect(await searchNeighbourhoodPages(actor, " \u0000 ")).toEqual([]);
    expect(await searchNeighbourhoodPages(actor, "crowded")).toHaveLength(MOST_PALETTE_RESULTS);
    expect(await countStatements(() => searchNeighbourhoodPages(actor, "crowded"))).toBe(1);
  });
});
