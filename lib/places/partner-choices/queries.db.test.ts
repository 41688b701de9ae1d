import { beforeAll, expect, test } from "vitest";
import { readTransaction } from "@/db/client";
import { calendarWorld } from "@/lib/testing/calendar-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { MOST_FOUND_PARTNERS, MOST_LISTED_PARTNERS } from "./constants";
import { findChoice, listChoices, listFilterPartners, searchChoices } from "./queries";

beforeAll(() => loadForTest(calendarWorld, { reset: true }));

test.each([
  ["own", "organiser", ["Juniper Garden"]],
  ["own", "place", ["Juniper Garden"]],
  ["far", "organiser", ["Larch Bridge", "Willow Quay"]],
  ["far", "filter", ["Willow Quay"]],
  ["area", "filter", ["Juniper Garden", "Moss Side Kitchen"]],
  ["site", "organiser", []],
  ["site", "place", []],
  ["plain", "filter", []],
] as const)("%s may choose as %s the partners in scope, and learns of no others", async (who, use, names) => {
  const actor = await actorOf(who);
  expect((await searchChoices(actor, { text: "", use })).map(({ name }) => name)).toEqual(names);
  expect((await readTransaction((tx) => listChoices(tx, actor, use)))?.map(({ name }) => name)).toEqual(names);
  for (const key of ["hall", "nobody"]) {
    expect(await readTransaction((tx) => findChoice(tx, actor, use, key)), key).toBeNull();
  }
});

test("a search finds words anywhere in the name, the whole name first, and takes signs of patterns as letters", async () => {
  const actor = await actorOf("root");
  const found = async (text: string) => (await searchChoices(actor, { text, use: "place" })).map(({ name }) => name);
  expect(await found("side KITCH")).toEqual(["Moss Side Kitchen"]);
  expect((await found("e"))[0]).toBe("Elm");
  expect(await found("%")).toEqual([]);
  expect(await found("juniper\u0000garden")).toEqual(["Juniper Garden"]);
});

test("beyond what fits a list there is none, a search is cut, and either is one statement", async () => {
  const partners = Array.from({ length: MOST_LISTED_PARTNERS + 5 }, (_, index) => ({
    id: `crowd-${index}`,
    name: `Crowd ${index}`,
    serviceAreas: ["ordsall"],
  }));
  await loadForTest({ ...calendarWorld, partners: [...(calendarWorld.partners ?? []), ...partners] }, { reset: true });
  const actor = await actorOf("far");
  expect(await readTransaction((tx) => listChoices(tx, actor, "organiser"))).toBeNull();
  expect(await listFilterPartners(actor)).toHaveLength(1);
  expect(await searchChoices(actor, { text: "crowd", use: "organiser" })).toHaveLength(MOST_FOUND_PARTNERS);
  expect(await countStatements(() => searchChoices(actor, { text: "crowd", use: "organiser" }))).toBe(1);
});
