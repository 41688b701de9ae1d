import { expect, it } from "vitest";
import { type Person, whoMay } from "@/lib/testing/policy-table";

it.each<[string, Person[]]>([
  ["view", ["root", "area", "partnership"]],
  ["view_access", ["root", "area", "partnership"]],
  ["export", ["root", "area", "partnership"]],
  ["create", ["root"]],
  ["update", ["root"]],
  ["delete", ["root"]],
  ["assign_role", ["root"]],
  ["remove_role", ["root"]],
  ["invite", ["root"]],
])("area admins with a whole grant see every neighbourhood, and root alone does more: %s", (action, who) => {
  expect(whoMay("neighbourhood", action, {})).toEqual(who);
});
