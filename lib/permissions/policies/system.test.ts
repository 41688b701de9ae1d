import { expect, it } from "vitest";
import { type Person, whoMay } from "@/lib/testing/policy-table";
import { catalogue, dashboards } from "../catalogue";
import { dashboardPart } from "./system";

const everybody: Person[] = ["root", "support", "area", "partnership", "no area", "no tag", "partner", "nobody"];

it("everybody may enter", () => {
  expect(whoMay("system", "view", {})).toEqual(everybody);
});

it.each(catalogue.system.filter((action) => action !== "view" && action !== "view_dashboard"))(
  "root alone may %s",
  (action) => {
    expect(whoMay("system", action, {})).toEqual(["root"]);
  },
);

it.each<[string, Person[]]>([
  ["view_dashboard", ["root", "area", "partnership", "partner"]],
  [dashboardPart("neighbourhood"), ["root", "area"]],
  [dashboardPart("partnership"), ["root", "partnership"]],
  [dashboardPart("partner"), ["root", "partner"]],
])("each role with a whole grant has its dashboard: %s", (action, who) => {
  expect(whoMay("system", action, {})).toEqual(who);
});

it("root has every dashboard", () => {
  expect(dashboards.filter((name) => !whoMay("system", dashboardPart(name), {}).includes("root"))).toEqual([]);
});
