import { beforeAll, expect, test } from "vitest";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { MOST_OWN_PARTNERS } from "./constants";
import { getPartnerDashboard } from "./queries";

beforeAll(() =>
  loadForTest({
    ...editingWorld,
    roles: [
      ...(editingWorld.roles ?? []),
      { user: "plain@people.example", role: "partner_admin", partner: "hall" },
      // Over before anybody looked: no admin any more.
      { user: "far@people.example", role: "partner_admin", partner: "hall", endsOn: "2024-01-31" },
    ],
  }),
);

async function dashboardOf(who: string) {
  const { dashboard } = await getPartnerDashboard(await actorOf(who));
  if (dashboard === null) throw new Error(`${who} has no such dashboard.`);
  return dashboard;
}

test("a partner admin meets each own partner with what is there and what is missing", async () => {
  const { partners, lines } = await dashboardOf("own");
  expect(partners.map(({ name }) => name)).toEqual(["Juniper Garden"]);
  expect(partners[0]?.checklist.every(({ done }) => done)).toBe(true);
  expect(lines.map(({ key, count }) => [key, count])).toEqual([
    ["partners", 1],
    ["without-admin", 0],
    ["without-hours", 0],
    ["hidden", 0],
    ["changed", 1],
  ]);
  const [hall] = (await dashboardOf("plain")).partners;
  expect(hall?.checklist).toEqual([
    { key: "summary", done: false },
    { key: "description", done: false },
    { key: "address", done: true },
    { key: "hours", done: false },
    { key: "contact", done: false },
    { key: "website", done: false },
    { key: "second-admin", done: false },
  ]);
});

test("the other admins of an own partner are named, oneself and those whose role is over are not", async () => {
  const [garden] = (await dashboardOf("own")).partners;
  expect(garden?.coAdmins).toEqual([{ name: "Person co", email: "co@people.example" }]);
  expect(garden?.unseenCoAdmins).toBe(0);
  const [hall] = (await dashboardOf("plain")).partners;
  expect([hall?.coAdmins, hall?.unseenCoAdmins]).toEqual([[], 0]);
});

test("a hidden partner's admins read the reason, and of a partner that is shown there is none", async () => {
  const [hall] = (await dashboardOf("plain")).partners;
  expect(hall?.hiding).toEqual({ reason: "Closed for repairs", hiddenOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect((await dashboardOf("own")).partners[0]?.hiding).toBeNull();
});

test("whoever administers many is shown the first of them by name, in as many statements", async () => {
  const few = await countStatements(() => dashboardOf("own"));
  const many = Array.from({ length: MOST_OWN_PARTNERS + 5 }, (_, index) => `crowd-${String(index).padStart(2, "0")}`);
  await loadForTest({
    partners: many.map((id) => ({ id, name: `A ${id}`, serviceAreas: ["hulme"] })),
    roles: many.map((partner) => ({ user: "own@people.example", role: "partner_admin", partner })),
  });
  expect(await countStatements(() => dashboardOf("own"))).toBe(few);
  const { partners, lines } = await dashboardOf("own");
  expect(partners.map(({ externalId }) => externalId)).toEqual(many.slice(0, MOST_OWN_PARTNERS));
  expect(lines[0]?.count).toBe(many.length + 1);
});
