import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadWorld } from "@/lib/world/load";
import {
  DEADLOCK_TRIES,
  drift,
  kept,
  overlapping,
  partner,
  place,
  refusal,
  refusals,
  run,
  TRIES,
  tag,
  world,
  write,
} from "./writers";

beforeEach(async () => {
  await write((tx) => loadWorld(tx, world, { reset: true }));
});

afterEach(async () => {
  expect(await drift()).toBe(0);
});

describe("kept columns", () => {
  test("a partner keeps its places, their ancestors and its tags, the partnerships apart", async () => {
    expect(await kept("here")).toEqual({
      places: ["A", "B"],
      scope: ["A", "B", "C", "D1"],
      tags: ["food", "p1"],
      partnerships: ["p1"],
    });
  });

  test("adding, changing and removing addresses, service areas and tags is followed", async () => {
    await run(`insert into partner_service_areas select ${partner("here")}, ${place("E")}`);
    await run(`insert into partner_tags select ${partner("here")}, ${tag("p2")}`);
    expect(await kept("here")).toEqual({
      places: ["A", "B", "E"],
      scope: ["A", "B", "C", "D1", "D2", "E"],
      tags: ["food", "p1", "p2"],
      partnerships: ["p1", "p2"],
    });
    await run(`update partner_addresses set neighbourhood_id = ${place("D2")} where partner_id = ${partner("here")}`);
    await run(
      `update partner_service_areas set neighbourhood_id = ${place("D1")} where neighbourhood_id = ${place("B")}`,
    );
    await run(
      `update partner_tags set tag_id = ${tag("food")}, partner_id = ${partner("there")} where tag_id = ${tag("p2")}`,
    );
    expect((await kept("here")).places).toEqual(["D1", "D2", "E"]);
    expect((await kept("there")).tags).toEqual(["food"]);
    await run(`delete from partner_addresses where partner_id = ${partner("here")}`);
    await run(`delete from tags where external_id = 'p1'`);
    expect(await kept("here")).toEqual({
      places: ["D1", "E"],
      scope: ["C", "D1", "D2", "E"],
      tags: ["food"],
      partnerships: [],
    });
  });

  test("a link that changes hands is taken from one partner and given to the other", async () => {
    await run(
      `update partner_service_areas set partner_id = ${partner("there")} where neighbourhood_id = ${place("B")}`,
    );
    expect((await kept("here")).places).toEqual(["A"]);
    expect((await kept("there")).places).toEqual(["B", "E"]);
  });

  test("moving a subtree rewrites the paths below it and the reach of every partner in it", async () => {
    await run(`update neighbourhoods set parent_id = ${place("D2")} where code = 'D1'`);
    expect((await kept("here")).scope).toEqual(["A", "B", "C", "D1", "D2"]);
    await run(`update neighbourhoods set parent_id = null where code = 'D1'`);
    expect((await kept("here")).scope).toEqual(["A", "B", "D1"]);
  });

  test("a path written by hand is put right", async () => {
    await run(`update neighbourhoods set path = '{999}' where code = 'D1'`);
    expect(await drift()).toBe(0);
  });

  test("the checker names a partner whose arrays do not agree with its links", async () => {
    await run(`update partners set scope_ids = '{}', tag_ids = '{999}' where external_id = 'here'`);
    expect(await drift()).toBe(1);
    await run(`select refresh_partners(array[${partner("here")}])`);
  });

  test("a number is kept for life", async () => {
    expect(await refusal(run("update neighbourhoods set number = 999 where code = 'A'"))).toBe(
      "neighbourhoods_number_fixed",
    );
    expect(await refusal(run("update tags set number = 999 where external_id = 'p1'"))).toBe("tags_number_fixed");
  });

  test("two writers of one partner at once never lose what the other wrote", async () => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      await Promise.all([
        run(`insert into partner_service_areas select ${partner("there")}, ${place("A")}`),
        run(`insert into partner_service_areas select ${partner("there")}, ${place("B")}`),
        run(`insert into partner_tags select ${partner("there")}, ${tag("p1")}`),
        run(`insert into partner_tags select ${partner("there")}, ${tag("p2")}`),
      ]);
      expect(await kept("there")).toMatchObject({ places: ["A", "B", "E"], partnerships: ["p1", "p2"] });
      await run(
        `delete from partner_service_areas where neighbourhood_id <> ${place("E")} and partner_id = ${partner("there")}`,
      );
      await run(`delete from partner_tags where partner_id = ${partner("there")}`);
    }
  });

  test("a place that moves while a partner comes into it leaves no drift, whoever is first", async () => {
    const move = (to: string) => `update neighbourhoods set parent_id = ${place(to)} where code = 'D1'`;
    const join = `insert into partner_service_areas select ${partner("there")}, ${place("A")}`;
    await overlapping([move("K")], [join]);
    expect((await kept("there")).scope).toEqual(["A", "C", "D1", "D2", "E", "K"]);
    await run(`delete from partner_service_areas where neighbourhood_id = ${place("A")}`);
    await overlapping([join], [move("C")]);
    expect((await kept("there")).scope).toEqual(["A", "C", "D1", "D2", "E"]);
  });
});

describe("the tree", () => {
  test("a place cannot lie inside itself, directly or through others", async () => {
    expect(await refusal(run(`update neighbourhoods set parent_id = id where code = 'C'`))).toBe(
      "neighbourhoods_no_cycle",
    );
    expect(await refusal(run(`update neighbourhoods set parent_id = ${place("A")} where code = 'C'`))).toBe(
      "neighbourhoods_no_cycle",
    );
  });

  test("two moves at once that would close a ring cannot both succeed", async () => {
    for (let attempt = 0; attempt < DEADLOCK_TRIES; attempt += 1) {
      const moves = await refusals([
        run(`update neighbourhoods set parent_id = ${place("D2")} where code = 'D1'`),
        run(`update neighbourhoods set parent_id = ${place("D1")} where code = 'D2'`),
      ]);
      expect(moves.filter((refused) => refused === null).length).toBeLessThan(2);
      expect(await drift()).toBe(0);
      await write((tx) => loadWorld(tx, world));
    }
  });
});
