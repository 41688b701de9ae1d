import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/permissions/load-actor";
import { personAt } from "@/lib/testing/as-person";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { inRequest } from "@/lib/testing/request";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import { DASHBOARD_COOKIE, type PlacesDashboard, type QuickAct } from "./constants";
import { grantsBehind, listDashboardTabs, listQuickActs } from "./queries";

beforeAll(() => loadForTest(demoWorld(), { reset: true }));

function load(person: DemoPerson): Promise<Actor> {
  return personAt(demoEmail(person));
}

async function tabs(person: DemoPerson, cookie: string | null, open: PlacesDashboard | null) {
  const actor = await load(person);
  const cookies: Record<string, string> = cookie === null ? {} : { [DASHBOARD_COOKIE]: cookie };
  return (await inRequest({ cookies }, () => listDashboardTabs(actor, open))).result;
}

test("the tabs begin with the open one, at home with the last used, and else with the widest", async () => {
  expect(await tabs("mel.hartley", null, null)).toEqual(["neighbourhood", "partnership", "partner"]);
  expect(await tabs("mel.hartley", "partner", null)).toEqual(["partner", "neighbourhood", "partnership"]);
  expect(await tabs("mel.hartley", "partner", "partnership")).toEqual(["partnership", "partner", "neighbourhood"]);
});

test("a dashboard that was refused leaves the order of those that the roles open as it was", async () => {
  expect(await tabs("mel.hartley", "root.partner.partnership", null)).toEqual([
    "partner",
    "partnership",
    "neighbourhood",
  ]);
  expect(await tabs("mel.hartley", "root.partner", "root")).toEqual(["partner", "neighbourhood", "partnership"]);
});

test("a cookie opens no dashboard that the roles do not, and one that names none is as none", async () => {
  expect(await tabs("mel.hartley", "root", null)).toEqual(["neighbourhood", "partnership", "partner"]);
  expect(await tabs("mel.hartley", "constructor", null)).toEqual(["neighbourhood", "partnership", "partner"]);
  expect(await tabs("yusuf.karim", "partner", null)).toEqual([]);
});

test("a dashboard says the roles that it is about, and everywhere those that give nothing yet", async () => {
  const roles = async (person: DemoPerson, dashboard: PlacesDashboard) =>
    grantsBehind(await load(person), dashboard).map(({ role }) => role);
  expect(await roles("mel.hartley", "partner")).toEqual(["partner_admin", "partner_admin"]);
  expect(await roles("mel.hartley", "neighbourhood")).toEqual(["neighbourhood_admin"]);
  expect(await roles("ruth.adeyemi", "root")).toEqual(["root"]);
  const unfinished = await load("marcus.bell");
  const both = { ...unfinished, grants: [...unfinished.grants, ...(await load("joyce.appiah")).grants] };
  expect(grantsBehind(both, "partner").map(({ role }) => role)).toEqual(["partnership_admin", "partner_admin"]);
});

test.each<[DemoPerson, QuickAct[]]>([
  ["ruth.adeyemi", ["create-partner", "create-neighbourhood"]],
  ["nasreen.malik", ["create-partner"]],
  ["patience.okoro", ["create-partner"]],
  ["joyce.appiah", []],
  ["marcus.bell", []],
  ["yusuf.karim", []],
])("%s may begin %j, which takes no statement to know", async (person, expected) => {
  const actor = await load(person);
  expect(await countStatements(async () => listQuickActs(actor))).toBe(0);
  expect(listQuickActs(actor)).toEqual(expected);
});
