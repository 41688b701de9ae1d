import "server-only";
import type { WorldFile } from "@/lib/world/schema";

/**
 * A world that fits on a page, for tests that want to know every record: Hulme, Moss Side and Ardwick in Manchester,
 * Wales apart; five partners and one person for each kind of grant. Names of ids say where a partner is.
 */
export const accessWorld: WorldFile = {
  neighbourhoods: [
    { code: "england", name: "England", unit: "country" },
    { code: "north-west", name: "North West", unit: "region", parent: "england" },
    { code: "manchester", name: "Manchester", unit: "district", parent: "north-west" },
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
    { id: "hulme-cafe", name: "Cedar Café", address: at("hulme"), tags: ["age", "food"] },
    { id: "moss-side-garden", name: "Juniper Garden", serviceAreas: ["moss-side"], tags: ["green"] },
    { id: "hulme-and-ardwick", name: "Larch Library", address: at("hulme"), serviceAreas: ["ardwick"] },
    { id: "ardwick-hall", name: "Rowan Hall", address: at("ardwick"), tags: ["age"] },
    { id: "wales-shop", name: "Siop Onnen", address: at("wales") },
  ],
  users: [
    { email: "root@people.example", name: "Ruth Rowe" },
    { email: "area@people.example", name: "Nora Neal" },
    { email: "partnership@people.example", name: "Priya Patel" },
    { email: "cafe@people.example", name: "Adam Dale" },
    { email: "co-admin@people.example", name: "Cora Cole" },
    { email: "plain@people.example", name: "Paul Plain" },
    { email: "gone@people.example", name: "Gus Gone", deactivated: true },
  ],
  roles: [
    { user: "root@people.example", role: "root" },
    { user: "area@people.example", role: "neighbourhood_admin", neighbourhoods: ["hulme", "moss-side"] },
    {
      user: "partnership@people.example",
      role: "partnership_admin",
      neighbourhoods: ["manchester"],
      partnerships: ["age"],
    },
    { user: "cafe@people.example", role: "partner_admin", partner: "hulme-cafe" },
    { user: "co-admin@people.example", role: "partner_admin", partner: "hulme-cafe" },
    { user: "gone@people.example", role: "neighbourhood_admin", neighbourhoods: ["manchester"] },
  ],
};

function at(neighbourhood: string) {
  return { line1: "1 High Street", postcode: "M15 5DD", neighbourhood };
}
