import "server-only";
import type { WorldFile } from "@/lib/world/schema";

/**
 * A world for everything that may be done to a partner: Manchester with three wards beside Salford with one, partners in
 * every relation to them, and a person for each kind of grant. `two` holds two grants that must not combine.
 */
export const editingWorld: WorldFile = {
  neighbourhoods: [
    { code: "england", name: "England", unit: "country" },
    { code: "manchester", name: "Manchester", unit: "district", parent: "england" },
    { code: "salford", name: "Salford", unit: "district", parent: "england" },
    { code: "hulme", name: "Hulme", unit: "ward", parent: "manchester" },
    { code: "moss-side", name: "Moss Side", unit: "ward", parent: "manchester" },
    { code: "ardwick", name: "Ardwick", unit: "ward", parent: "manchester" },
    { code: "ordsall", name: "Ordsall", unit: "ward", parent: "salford" },
  ],
  tags: [
    { id: "age", kind: "partnership", name: "Age Friendly" },
    { id: "green", kind: "partnership", name: "Green Streets" },
    { id: "youth", kind: "partnership", name: "Youth Voice" },
    { id: "arts", kind: "category", name: "Arts" },
    { id: "food", kind: "category", name: "Food" },
    { id: "health", kind: "category", name: "Health" },
    { id: "sport", kind: "category", name: "Sport" },
    { id: "loop", kind: "facility", name: "Hearing loop" },
  ],
  partners: [
    {
      id: "garden",
      name: "Juniper Garden",
      slug: "juniper-garden",
      summary: "Raised beds and a kettle.",
      description: "Come and dig.",
      website: "https://juniper.example",
      socials: { instagram: "junipergarden" },
      publicContact: { name: "Jo", phone: "0161 496 0000", email: "hello@juniper.example" },
      internalContact: { name: "Back office" },
      address: { line1: "1 Jackson Crescent", city: "Manchester", postcode: "M15 5AJ", neighbourhood: "hulme" },
      serviceAreas: ["moss-side"],
      tags: ["age", "food", "loop"],
      openingHours: [{ day: "monday", opens: "09:00", closes: "12:30" }],
    },
    { id: "bridge", name: "Larch Bridge", address: at("hulme"), serviceAreas: ["ordsall"], tags: ["age", "youth"] },
    { id: "kitchen", name: "Moss Side Kitchen", serviceAreas: ["moss-side"], tags: ["arts", "food", "health"] },
    { id: "hall", name: "Rowan Hall", address: at("ardwick"), tags: ["age"], hidden: { reason: "Closed for repairs" } },
    { id: "quay", name: "Willow Quay", address: at("ordsall"), tags: ["youth"] },
    { id: "riders", name: "Aspen Riders", address: at("ardwick"), serviceAreas: ["hulme"] },
    // Loaded as it was: no form would take this name, this summary or a description without one.
    { id: "legacy", name: "Elm", address: at("hulme"), description: "Only this.", website: "elm.example" },
  ],
  users: people("root", "area", "city", "pa", "youth", "two", "own", "co", "far", "plain"),
  roles: [
    { user: "root@people.example", role: "root" },
    { user: "area@people.example", role: "neighbourhood_admin", neighbourhoods: ["hulme", "moss-side"] },
    { user: "city@people.example", role: "neighbourhood_admin", neighbourhoods: ["manchester"] },
    partnership("pa", ["manchester"], ["age", "green"]),
    partnership("youth", ["salford"], ["youth"]),
    partnership("two", ["hulme"], ["age"]),
    partnership("two", ["ardwick"], ["youth"]),
    { user: "own@people.example", role: "partner_admin", partner: "garden" },
    { user: "co@people.example", role: "partner_admin", partner: "garden" },
    { user: "far@people.example", role: "neighbourhood_admin", neighbourhoods: ["ordsall"] },
  ],
};

function at(neighbourhood: string) {
  return { line1: "1 High Street", postcode: "M1 1AA", neighbourhood };
}

function people(...names: readonly string[]) {
  return names.map((name) => ({ email: `${name}@people.example`, name: `Person ${name}` }));
}

function partnership(name: string, neighbourhoods: string[], partnerships: string[]) {
  return { user: `${name}@people.example`, role: "partnership_admin" as const, neighbourhoods, partnerships };
}
