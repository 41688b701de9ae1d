import { expect, it } from "vitest";
import { type Person, partnerships, whoMay } from "@/lib/testing/policy-table";
import type { TagFacts } from "../facts/attributes";

const tag = {
  category: { number: 21, kind: "category" },
  facility: { number: 22, kind: "facility" },
  "own partnership": { number: partnerships.age, kind: "partnership" },
  "another partnership": { number: partnerships.green, kind: "partnership" },
} as const satisfies Record<string, TagFacts>;

const everyAdmin: Person[] = ["root", "area", "partnership", "partner"];

it.each<[keyof typeof tag, string, Person[]]>([
  ["category", "view", everyAdmin],
  ["facility", "view", everyAdmin],
  ["own partnership", "view", ["root", "partnership"]],
  ["another partnership", "view", ["root"]],
  ["category", "update", ["root"]],
  ["own partnership", "update", ["root"]],
  ["own partnership", "create", ["root"]],
  ["facility", "delete", ["root"]],
])("%s: %s", (of, action, who) => {
  expect(whoMay("tag", action, tag[of])).toEqual(who);
});
