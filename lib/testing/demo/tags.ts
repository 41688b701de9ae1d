import "server-only";
import type { TagEntry } from "@/lib/world/schema";

/** The tags of the demo world: four partnerships, five categories, three facilities. */
export const demoTags = [
  {
    id: "age-friendly",
    kind: "partnership",
    name: "Age Friendly",
    description: "Neighbourhoods in which people over fifty meet, move and have a say.",
  },
  {
    id: "youth-voice",
    kind: "partnership",
    name: "Youth Voice",
    description: "Run with young people, not for them: clubs, councils, radio and sport.",
  },
  {
    id: "green-neighbours",
    kind: "partnership",
    name: "Green Neighbours",
    description: "Gardens, repair, growing and getting about without a car.",
  },
  {
    id: "croeso-cynnes",
    kind: "partnership",
    name: "Croeso Cynnes / Warm Welcome",
    description: "Warm rooms through the winter with something hot to eat. Ystafelloedd cynnes dros y gaeaf.",
  },
  { id: "food", kind: "category", name: "Food and cooking", description: "Cafés, pantries, lunch clubs and kitchens." },
  { id: "health", kind: "category", name: "Health and wellbeing", description: null },
  { id: "arts", kind: "category", name: "Arts, music and crafts", description: null },
  { id: "sport", kind: "category", name: "Sport and movement", description: "From walking football to chair yoga." },
  { id: "advice", kind: "category", name: "Advice and support", description: "Money, housing, papers, forms." },
  { id: "step-free", kind: "facility", name: "Step-free access", description: null },
  { id: "hearing-loop", kind: "facility", name: "Hearing loop", description: null },
  { id: "accessible-toilet", kind: "facility", name: "Accessible toilet", description: null },
] as const satisfies readonly TagEntry[];

/** The id of a tag in the demo world. */
export type DemoTag = (typeof demoTags)[number]["id"];
