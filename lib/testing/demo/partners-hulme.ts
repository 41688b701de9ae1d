import "server-only";
import { type DemoPartner, weekdays } from "./partner";

/** Hulme: where most of the demo story plays. */
export const hulmePartners: readonly DemoPartner[] = [
  [
    "birley-fields-garden",
    "Birley Fields Community Garden",
    ["hulme", "Old Birley Street", "M15 5RF"],
    ["age-friendly", "green-neighbours", "step-free"],
    "Raised beds, a polytunnel and a kettle. Come and dig, or come and sit.",
    {
      description:
        "We grow vegetables, herbs and far too much rhubarb on a plot that used to be a car park. Tuesday is the regulars' morning; nobody minds if you have never held a spade. What we pick goes home with whoever picked it, and the rest to the pantry in Moss Side.",
      accessibility:
        "Level paths all the way round, two beds at wheelchair height, and a bench every ten metres. The toilet is in the sports hall next door and has a step.",
      phone: "0161 496 0101",
      contact: "Joyce Appiah",
      website: "https://birley-fields-garden.example",
      socials: { facebook: "birleyfieldsgarden", instagram: "birleyfields" },
      hours: ["tuesday 10:00-13:00", "thursday 10:00-13:00", "saturday 09:30-12:00", "saturday 13:00-16:00"],
    },
  ],
  [
    "aquarius-lunch-club",
    "Aquarius Lunch Club",
    ["hulme", "Jackson Crescent", "M15 5AJ"],
    ["age-friendly", "food"],
    "A hot dinner and a good argument, every Wednesday since 1994.",
    {
      serves: ["moss-side"],
      description:
        "Two courses for three pounds, cooked by Beverley and whoever she has talked into peeling that week. We fetch people who cannot manage the bus: ring before ten.",
      phone: "0161 496 0102",
      contact: "Beverley Scarlett",
      hours: ["wednesday 11:30-14:30"],
    },
  ],
  [
    "zion-steps",
    "Zion Steps Dance Company",
    ["hulme", "Stretford Road", "M15 5ZA"],
    ["youth-voice", "arts", "sport"],
    "Street dance and African contemporary for ages eight to eighteen.",
    {
      serves: ["hulme"],
      phone: "0161 496 0103",
      socials: { instagram: "zionsteps" },
      hours: ["monday 16:00-20:00", "friday 16:00-21:00"],
    },
  ],
  [
    "bridging-ages",
    "Bridging Ages",
    ["hulme", "Royce Road", "M15 5BP"],
    ["age-friendly", "youth-voice", "arts"],
    "Teenagers and pensioners make radio plays together. Louder than you would think.",
    {
      description:
        "Each term a group of twelve writes, records and broadcasts a play. Half of them are under eighteen, half are over sixty. The recordings are kept at the central library.",
      contact: "Dorothea Pinnock",
    },
  ],
  [
    "leaf-street-repair-cafe",
    "Leaf Street Repair Café",
    ["hulme", "Leaf Street", "M15 5GE"],
    ["green-neighbours"],
    "Bring a toaster, a zip or a bicycle. We mend it with you while you wait.",
    {
      serves: ["old-trafford"],
      accessibility: "Ground floor, double doors. It gets noisy; ask for the quiet table by the window.",
      hours: ["sunday 12:00-16:00"],
    },
  ],
  [
    "hulme-advice-desk",
    "Hulme Advice Desk",
    ["hulme", "Clopton Walk", "M15 5AD"],
    ["advice", "hearing-loop"],
    "Free help with rent, benefits and the letters you have been putting off.",
    {
      phone: "0161 496 0106",
      contact: "Winston Grant",
      hours: weekdays("09:30-15:30"),
    },
  ],
  [
    "hulme-aqua-fit",
    "Hulme Aqua Fit",
    ["hulme", "Chichester Road South", "M15 5XW"],
    ["sport"],
    "Gentle exercise in warm water. Non-swimmers welcome.",
  ],
  [
    "st-wilfrids-tea-dance",
    "St Wilfrid's Tea Dance",
    ["hulme", "Birchvale Close", "M15 5BJ"],
    ["age-friendly", "arts", "accessible-toilet"],
    "A live trio, a sprung floor and cake. First Friday of the month.",
    { hours: ["friday 14:00-16:30"] },
  ],
  [
    "hulme-high-street-traders",
    "Hulme High Street Traders",
    ["hulme", "Hulme High Street", "M15 5JR"],
    [],
    "The market stallholders speaking with one voice, most of the time.",
  ],
  [
    "federation-of-tenants-and-growers",
    "The Greater Manchester Federation of Tenants', Residents' and Allotment Holders' Associations (Hulme, Moss Side, Whalley Range and Old Trafford Branch)",
    ["hulme", "Bonsall Street", "M15 6AX"],
    ["green-neighbours", "advice"],
    "Eleven associations, one newsletter, and a very long name.",
    {
      serves: ["moss-side", "whalley-range", "old-trafford"],
      contact: "Terence Oldroyd",
      slug: "tenants-and-growers-federation",
    },
  ],
];
