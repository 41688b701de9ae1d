import { expect, test } from "vitest";
import type { GrantSummary } from "@/lib/people/user-list/queries";
import { roleSummary } from "./role-summary";

const bare: GrantSummary = {
  grantId: "g",
  role: "root",
  placeNames: [],
  placeCount: 0,
  partnershipNames: [],
  partnershipCount: 0,
  partner: null,
  complete: true,
  endsOn: null,
};

test.each<[Partial<GrantSummary>, string]>([
  [{}, "Root"],
  [{ role: "partner_admin", partner: "Rowan Hall" }, "Partner admin of Rowan Hall"],
  [
    { role: "neighbourhood_admin", placeNames: ["Ardwick", "Hulme", "Moss Side"], placeCount: 5 },
    "Neighbourhood admin of Ardwick, Hulme, Moss Side and 2 more",
  ],
  [
    {
      role: "partnership_admin",
      placeNames: ["Hulme"],
      placeCount: 1,
      partnershipNames: ["Age Friendly", "Youth Voice"],
      partnershipCount: 2,
    },
    "Partnership admin of Hulme for Age Friendly and Youth Voice",
  ],
  [
    { role: "partnership_admin", partnershipNames: ["Age Friendly"], partnershipCount: 1 },
    "Partnership admin for Age Friendly",
  ],
])("a row tells the role %j as %j", (grant, words) => {
  expect(roleSummary({ ...bare, ...grant })).toBe(words);
});
