import "server-only";
import type { WorldFile } from "@/lib/world/schema";

/**
 * A world for what may be read of partners: one that has everything that a partner can have, two plain ones beside it, and
 * a person for each kind of grant and for none. York has no partner.
 */
export const readingWorld = {
  users: ["root", "area", "tag", "own", "none", "incomplete"].map(readerOf),
  neighbourhoods: [
    { code: "E", name: "England", unit: "country" },
    { code: "NW", name: "North West", unit: "region", parent: "E" },
    { code: "M", name: "Manchester", unit: "district", parent: "NW" },
    { code: "H", name: "Hulme", unit: "ward", parent: "M" },
    { code: "MS", name: "Moss Side", unit: "ward", parent: "M" },
    { code: "L", name: "Leeds", unit: "district", parent: "E" },
    { code: "Y", name: "York", unit: "district", parent: "E" },
  ],
  tags: [
    { id: "age", kind: "partnership", name: "Age Friendly" },
    { id: "green", kind: "partnership", name: "Green Spaces" },
    { id: "food", kind: "category", name: "Food" },
  ],
  partners: [
    {
      id: "garden",
      name: "Hulme Garden Centre",
      address: { line1: "28 Old Birley Street", city: "Manchester", postcode: "M15 5RG", neighbourhood: "H" },
      serviceAreas: ["MS", "M"],
      tags: ["age", "green", "food"],
      internalContact: { name: "Back office", phone: "0161 496 0000", email: "office@garden.example" },
      openingHours: [{ day: "monday", opens: "09:00", closes: "17:00" }],
      hidden: { reason: "Closed for repairs" },
    },
    { id: "kitchen", name: "Moss Side Kitchen", serviceAreas: ["MS"], tags: ["food", "green"] },
    {
      id: "library",
      name: "Leeds Library",
      address: { line1: "1 Headrow", postcode: "ls13ab", neighbourhood: "L" },
      tags: ["age"],
    },
  ],
  roles: [
    { user: "root@remit.example", role: "root" },
    { user: "area@remit.example", role: "neighbourhood_admin", neighbourhoods: ["M"] },
    { user: "tag@remit.example", role: "partnership_admin", neighbourhoods: ["E"], partnerships: ["age"] },
    { user: "incomplete@remit.example", role: "partnership_admin", neighbourhoods: ["E"], partnerships: [] },
    { user: "own@remit.example", role: "partner_admin", partner: "garden" },
  ],
} satisfies WorldFile;

/** A person of this world, or one more, by the name that `asPerson` takes. */
export function readerOf(name: string) {
  return { email: `${name}@remit.example`, name: `Person ${name}` };
}
