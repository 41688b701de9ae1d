import { beforeAll, expect, test } from "vitest";
import { actorOf } from "@/lib/testing/people-acts";
import { siteWorld } from "@/lib/testing/site-world";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getSiteDashboard } from "./queries";

beforeAll(() => loadForTest(siteWorld, { reset: true }));

async function dashboardOf(who: string) {
  return getSiteDashboard(await actorOf(who));
}

test("a site admin meets each own site with how it stands, what it would show and what is missing", async () => {
  const { dashboard } = await dashboardOf("si2");
  const told = dashboard?.sites.map(({ name, published, partners, checklist }) => {
    const missing = checklist.filter(({ done }) => !done).map(({ key }) => key);
    return [name, published, partners, missing];
  });
  expect(told).toEqual([
    ["Aged", false, 2, ["placeName", "heroText", "about"]],
    ["Bare", false, 0, ["placeName", "heroText", "about", "neighbourhoods", "partner"]],
  ]);
  const own = (await dashboardOf("si")).dashboard;
  expect(own?.sites).toMatchObject([{ name: "Around Hulme", published: true, partners: 5, events: 0 }]);
});

test("it is for site admins: everybody else is refused, and root finds no site of their own there", async () => {
  for (const who of ["area", "pa", "own", "plain"]) {
    const { decision, dashboard } = await dashboardOf(who);
    expect([decision.outcome, dashboard]).toEqual(["deny", null]);
  }
  expect((await dashboardOf("root")).dashboard).toEqual({ sites: [], total: 0 });
});

test("it takes one statement, however many sites one looks after", async () => {
  const actor = await actorOf("si2");
  expect(await countStatements(() => getSiteDashboard(actor))).toBe(1);
});
