import "server-only";
import type { WorldFile } from "@/lib/world/schema";

/**
 * A world for everything that may be done to people and their roles: Manchester with three wards, Wales apart, four
 * partners, and a person for each kind of role and for each way of standing half inside somebody's reach.
 */
export const peopleWorld: WorldFile = {
  neighbourhoods: [
    { code: "england", name: "England", unit: "country" },
    { code: "manchester", name: "Manchester", unit: "district", parent: "england" },
    { code: "hulme", name: "Hulme", unit: "ward", parent: "manchester" },
    { code: "moss-side", name: "Moss Side", unit: "ward", parent: "manchester" },
    { code: "ardwick", name: "Ardwick", unit: "ward", parent: "manchester" },
    { code: "wales", name: "Wales", unit: "country" },
  ],
  tags: [
    { id: "age", kind: "partnership", name: "Age Friendly" },
    { id: "green", kind: "partnership", name: "Green Streets" },
    { id: "food", kind: "category", name: "Food" },
  ],
  partners: [
    { id: "garden", name: "Juniper Garden", serviceAreas: ["hulme"], tags: ["age"] },
    { id: "kitchen", name: "Moss Side Kitchen", serviceAreas: ["moss-side"] },
    { id: "hall", name: "Rowan Hall", serviceAreas: ["ardwick"], tags: ["age", "green"] },
    { id: "shop", name: "Siop Onnen", serviceAreas: ["wales"] },
  ],
  users: [
    ...["root", "root2", "area", "city", "pa", "own", "co", "lone", "both", "plain", "broken"].map((name) => ({
      email: `${name}@people.example`,
      name: `Person ${name}`,
      phone: `0161 496 00${name.length}0`,
    })),
    { email: "gone@people.example", name: "Person gone", deactivated: true },
    { email: "stranger@people.example", name: "Person stranger", deactivated: true },
  ],
  roles: [
    { user: "root@people.example", role: "root" },
    { user: "root2@people.example", role: "root" },
    { user: "area@people.example", role: "neighbourhood_admin", neighbourhoods: ["hulme", "moss-side"] },
    { user: "city@people.example", role: "neighbourhood_admin", neighbourhoods: ["manchester"] },
    { user: "pa@people.example", role: "partnership_admin", neighbourhoods: ["manchester"], partnerships: ["age"] },
    { user: "broken@people.example", role: "partnership_admin", neighbourhoods: [], partnerships: ["green"] },
    { user: "own@people.example", role: "partner_admin", partner: "garden" },
    { user: "co@people.example", role: "partner_admin", partner: "garden" },
    // The one partner by which the admins of Moss Side see this person.
    { user: "lone@people.example", role: "partner_admin", partner: "kitchen" },
    // Inside Hulme and outside; an area admin of the outside as well.
    { user: "both@people.example", role: "partner_admin", partner: "garden" },
    { user: "both@people.example", role: "partner_admin", partner: "shop", endsOn: "2099-12-31" },
    { user: "both@people.example", role: "neighbourhood_admin", neighbourhoods: ["wales"] },
    { user: "gone@people.example", role: "partner_admin", partner: "kitchen" },
  ],
};
