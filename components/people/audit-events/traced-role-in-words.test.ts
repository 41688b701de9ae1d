import { expect, it } from "vitest";
import { tracedRoleInWords } from "./traced-role-in-words";

const person = { about: "person", role: null, places: [], partnerships: [], partner: null } as const;

it.each([
  ["Root", { role: "root" }],
  ["Partner admin of Juniper Garden", { role: "partner_admin", partner: "Juniper Garden" }],
  ["Partner admin", { role: "partner_admin" }],
  ["Neighbourhood admin over Hulme and Moss Side", { role: "neighbourhood_admin", places: ["Hulme", "Moss Side"] }],
  [
    "Partnership admin over Hulme for Age Friendly",
    { role: "partnership_admin", places: ["Hulme"], partnerships: ["Age Friendly"] },
  ],
  ["Neighbourhood admin over A, B, C and 2 more", { role: "neighbourhood_admin", places: ["A", "B", "C", "D", "E"] }],
  [null, {}],
])("a person's event names the role and what it was over: %j", (words, traced) => {
  expect(tracedRoleInWords({ ...person, places: [], partnerships: [], ...traced })).toBe(words);
});

it.each([
  ["Partner admin: Amina Noor", "Amina Noor"],
  ["An admin", null],
])("a partner's event names the admin who may be named: %j", (words, admin) => {
  expect(tracedRoleInWords({ about: "partner", admin })).toBe(words);
});
