import "server-only";
import type { WorldFile } from "@/lib/world/schema";

/** A world of four places, two partners and three people, for tests that change it. */
export const smallWorld: WorldFile = {
  users: [
    { email: " Root@Remit.example ", name: "Root" },
    { email: "na@remit.example", name: "Na", verified: false },
    { email: "gone@remit.example", name: "Gone", deactivated: true },
  ],
  neighbourhoods: [
    { code: "W1", name: "Ward one", unit: "ward", parent: "D1" },
    { code: "W2", name: "Ward two", unit: "ward", parent: "D1" },
    { code: "D1", name: "District", unit: "district", parent: "C1" },
    { code: "C1", name: "Country", unit: "country" },
  ],
  tags: [
    { id: "t1", kind: "partnership", name: "Age Friendly" },
    { id: "t2", kind: "category", name: "Food" },
  ],
  partners: [
    {
      id: "p1",
      name: "First",
      address: { line1: "1 Road", postcode: "M1 1AA", neighbourhood: "W1" },
      tags: ["t1", "t2"],
    },
    {
      id: "p2",
      name: "Second",
      slug: "second",
      serviceAreas: ["W2", "D1", "W2"],
      hidden: { reason: "Closed for repairs" },
    },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "na@remit.example", role: "neighbourhood_admin", neighbourhoods: ["W1"] },
    { user: "NA@remit.example", role: "neighbourhood_admin", neighbourhoods: ["W2"] },
    { user: "na@remit.example", role: "partnership_admin", neighbourhoods: ["W1"], partnerships: ["t1"] },
    { user: "na@remit.example", role: "partner_admin", partner: "p1", endsOn: "2020-01-01" },
  ],
};
