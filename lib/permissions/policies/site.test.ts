import { expect, it } from "vitest";
import { type Person, whoMay } from "@/lib/testing/policy-table";
import { catalogue } from "../catalogue";
import { siteParts } from "./site";

const rootAlone: readonly string[] = ["create", "delete", "assign_role", "remove_role", "invite"];

it.each(catalogue.site)("of one's own site and of another: %s", (action) => {
  const own: Person[] = rootAlone.includes(action) ? ["root"] : ["root", "site"];
  expect(whoMay("site", action, { id: "own" })).toEqual(own);
  expect(whoMay("site", action, { id: "another" })).toEqual(["root"]);
});

it.each<[string, string, Person[]]>([
  ["what it says", siteParts.field, ["root", "site"]],
  ["its slug and domain", siteParts.address, ["root"]],
  ["its neighbourhoods", siteParts.neighbourhood, ["root"]],
  ["its partnership tags", siteParts.partnership, ["root"]],
])("a site admin changes what it says and never where it lies: %s", (_name, part, who) => {
  expect(whoMay("site", part, { id: "own" })).toEqual(who);
});
