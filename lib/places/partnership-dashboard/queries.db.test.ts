import { beforeAll, expect, test } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { loadForTest } from "@/lib/testing/statements";
import { getPartnershipDashboard } from "./queries";

beforeAll(() =>
  loadForTest({
    ...editingWorld,
    users: [...(editingWorld.users ?? []), { email: "both@people.example", name: "Both" }],
    roles: [
      ...(editingWorld.roles ?? []),
      { user: "both@people.example", role: "neighbourhood_admin", neighbourhoods: ["hulme"] },
      {
        user: "both@people.example",
        role: "partnership_admin",
        neighbourhoods: ["manchester"],
        partnerships: ["age"],
        endsOn: "2999-12-31",
      },
    ],
  }),
);

async function cardsOf(who: string) {
  const actor = await actorOf(who);
  const { dashboard } = await getPartnershipDashboard(actor);
  if (dashboard === null) throw new Error(`${who} has no such dashboard.`);
  return dashboard.cards.map(({ lines, ...card }) => ({
    ...card,
    counts: Object.fromEntries(lines.map(({ key, count }) => [key, count])),
  }));
}

test("each partnership of a role has a card of its own, with what is in its area", async () => {
  const [age, green, ...more] = await cardsOf("pa");
  expect(more).toEqual([]);
  expect(age).toMatchObject({
    partnership: "Age Friendly",
    places: [{ code: "manchester", name: "Manchester" }],
    endsOn: null,
    // Garden, Bridge and Hall.
    counts: { partners: 3, "without-admin": 2, "without-hours": 2, hidden: 1, changed: 3, candidates: 0 },
    categories: [{ id: "food", name: "Food", count: 1 }],
  });
  expect(age?.areas.map(({ code, partnerCount }) => [code, partnerCount])).toEqual([["manchester", 3]]);
  expect(age?.areas[0]?.children.map(({ code, partnerCount }) => [code, partnerCount])).toEqual([
    ["ardwick", 1],
    ["hulme", 2],
    ["moss-side", 1],
  ]);
  expect(age?.emptyAreas.count).toBe(0);
  // Nobody is green yet; whoever is in scope as age-friendly may be given it.
  expect(green).toMatchObject({ partnership: "Green Streets", counts: { partners: 0, candidates: 3 }, categories: [] });
  expect(green?.emptyAreas.count).toBe(3);
});

test("two roles never combine: the area of one and the partnership of the other", async () => {
  const [age, youth] = (await cardsOf("two")).toSorted((a, b) => a.partnership.localeCompare(b.partnership));
  expect(age).toMatchObject({ partnership: "Age Friendly", places: [{ name: "Hulme" }], counts: { partners: 2 } });
  expect(youth).toMatchObject({ partnership: "Youth Voice", places: [{ name: "Ardwick" }], counts: { partners: 0 } });
});

test("candidates are those in the area that another role opens and that are not in it yet", async () => {
  const [card] = await cardsOf("both");
  // In Hulme: Riders and Elm are not age-friendly; Garden and Bridge are. Kitchen, in Moss Side, is out of sight.
  expect(card).toMatchObject({ endsOn: "2999-12-31", counts: { partners: 3, candidates: 2 } });
});
