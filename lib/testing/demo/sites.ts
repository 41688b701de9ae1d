import "server-only";
import type { PostcodeEntry, SiteEntry } from "@/lib/world/schema";
import { type DemoPlace, demoCode } from "./places";

/** The sites of the demo world: one before the public, one that is far from it, and one of a partnership. */
export function demoSites(): SiteEntry[] {
  return [
    {
      id: "hulme-and-moss-side",
      slug: "hulme-and-moss-side",
      name: "Around Hulme and Moss Side",
      placeName: "Hulme and Moss Side",
      tagline: "What is on within a walk of your door",
      description:
        "Clubs, dinners, walks and classes between Princess Road and the Mancunian Way, kept by the people who run them.",
      heroText: "Something is on today, and it is nearer than you think.",
      theme: "green",
      neighbourhoods: [demoCode("hulme"), demoCode("moss-side")],
      published: true,
    },
    // Begun and left: no words for visitors yet.
    {
      id: "levenshulme",
      slug: "levenshulme",
      name: "Levenshulme together",
      neighbourhoods: [demoCode("levenshulme")],
    },
    // Two parts of Wales, narrowed to one partnership.
    {
      id: "croeso-cynnes",
      slug: "croeso-cynnes",
      name: "Croeso Cynnes / Warm Welcome",
      placeName: "Gwynedd a Chaerdydd",
      tagline: "Lle cynnes yn agos atoch. A warm place near you.",
      description: "Ystafelloedd cynnes a rhywbeth poeth i'w fwyta. Warm rooms with something hot to eat, all winter.",
      heroText: "Dewch i mewn o'r oerfel. Come in from the cold.",
      neighbourhoods: [demoCode("gwynedd"), demoCode("cardiff")],
      partnerships: ["croeso-cynnes"],
      published: true,
    },
  ];
}

/** Postcodes of the demo world with what they lie in, as its addresses say; a directory brings all of the country. */
const POSTCODES: readonly (readonly [postcode: string, place: DemoPlace])[] = [
  ["M15 5RF", "hulme"],
  ["M15 5AJ", "hulme"],
  ["M23 0AB", "baguley"],
  ["LL57 4PW", "tre-garth-a-mynydd-llandygai"],
  ["LL57 1UL", "canol-bangor"],
  // Its ward is not known: the district stands for it.
  ["M1 1AE", "manchester"],
];

/** The postcodes of the demo world. */
export function demoPostcodes(): PostcodeEntry[] {
  return POSTCODES.map(([postcode, place]) => ({ postcode, neighbourhood: demoCode(place) }));
}
