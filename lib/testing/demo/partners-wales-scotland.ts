import "server-only";
import { type DemoPartner, weekdays } from "./partner";

/** Gwynedd: most of it runs in Welsh. */
export const gwyneddPartners: readonly DemoPartner[] = [
  [
    "canolfan-tre-garth",
    "Canolfan Gymunedol Tre-garth a Mynydd Llandygái",
    ["tre-garth-a-mynydd-llandygai", "Ffordd Tanrhiw", "LL57 4PW"],
    ["croeso-cynnes", "food", "step-free"],
    "Paned, cawl a chroeso. A warm hall below the quarry.",
    {
      description:
        "Mae'r drws ar agor bob dydd Mawrth a dydd Iau trwy'r gaeaf: cawl am ddim, cwmni a lle cynnes. Soup, company and a warm place on Tuesdays and Thursdays all winter.",
      contact: "Siân Llewelyn",
      hours: ["tuesday 11:00-15:00", "thursday 11:00-15:00"],
    },
  ],
  [
    "bangor-beiciau",
    "Beiciau Bangor",
    ["canol-bangor", "Stryd Fawr", "LL57 1UL"],
    ["green-neighbours", "youth-voice"],
    "Trwsio beiciau gyda phobl ifanc. Bikes mended with young people.",
  ],
  [
    "cor-y-bala",
    "Côr Meibion y Bala a'r Cylch",
    ["y-bala", "Heol Tegid", "LL23 7EL"],
    ["arts", "age-friendly"],
    "Tenors always wanted. Mae croeso i ddysgwyr.",
  ],
  [
    "caffi-llyn",
    "Caffi Trwsio Pen Llŷn",
    ["pen-draw-llyn", "Lôn Sarn", "LL53 8DA"],
    ["green-neighbours", "croeso-cynnes"],
    "Tegell, tractor neu gôt: dewch â fo. Bring it, broken.",
  ],
  [
    "llanberis-lake-swimmers",
    "Nofwyr Llyn Padarn",
    ["llanberis", "Ffordd Padarn", "LL55 4TY"],
    ["sport"],
    "Cold, clear and closer than the sea.",
  ],
  [
    "caernarfon-archifdy-ieuenctid",
    "Lleisiau Ifanc Caernarfon",
    ["canol-tref-caernarfon", "Stryd y Castell", "LL55 1SE"],
    ["youth-voice", "arts"],
    "Podlediad gan bobl ifanc y dref.",
  ],
  [
    "porthmadog-lunch",
    "Cinio Cymunedol Porthmadog",
    ["dwyrain-porthmadog", "Stryd Fawr", "LL49 9LP"],
    ["food", "age-friendly", "croeso-cynnes"],
    "Cinio dydd Mercher, two courses, pay what you can.",
    { hours: ["wednesday 12:00-14:00"] },
  ],
  [
    "blaenau-mountain-bikes",
    "Antur y Rhiw",
    ["bowydd-a-r-rhiw", "Stryd yr Eglwys", "LL41 3AB"],
    ["sport", "youth-voice"],
    "Mountain bikes lent to teenagers who live under the tips.",
  ],
  [
    "cludiant-gwynedd",
    "Cludiant Cymunedol Gwynedd",
    null,
    ["age-friendly", "step-free"],
    "Ring the day before; we will find a driver.",
    { serves: ["gwynedd"], phone: "01632 960155" },
  ],
];

/** Cardiff, from the docks to the north. */
export const cardiffPartners: readonly DemoPartner[] = [
  [
    "butetown-history-circle",
    "Butetown History Circle",
    ["butetown", "Bute Street", "CF10 5AD"],
    ["arts", "age-friendly"],
    "Tiger Bay remembered by those who were there.",
  ],
  [
    "grange-gardens-growers",
    "Grange Gardens Growers",
    ["grangetown", "Grange Gardens", "CF11 7LJ"],
    ["green-neighbours", "step-free"],
    "Bees, beans and a bilingual scarecrow.",
    { hours: ["saturday 10:00-13:00"] },
  ],
  [
    "straeon-sblot",
    "Straeon Sblot / Splott Stories",
    ["splott", "Splott Road", "CF24 2BU"],
    ["arts", "croeso-cynnes"],
    "Steelworkers' tales, told over tea in a warm room.",
  ],
  [
    "riverside-market-garden",
    "Riverside Saturday Kitchen",
    ["riverside", "Fitzhamon Embankment", "CF11 6AN"],
    ["food", "youth-voice"],
    "Teenagers cook from the market's leftovers.",
  ],
  [
    "treganna-knit",
    "Gweu yn Nhreganna",
    ["canton", "Cowbridge Road East", "CF11 9AB"],
    ["arts", "age-friendly"],
    "Knitting in two languages, dropped stitches in both.",
  ],
];

/** Glasgow, both sides of the river. */
export const glasgowPartners: readonly DemoPartner[] = [
  [
    "govan-river-skills",
    "Govan River Skills",
    ["govan", "Govan Road", "G51 3JL"],
    ["youth-voice", "arts"],
    "Boatbuilding with young folk within sight of the cranes.",
    { hours: weekdays("09:30-16:30"), contact: "Eilidh Rennie" },
  ],
  [
    "maryhill-shared-table",
    "Maryhill Shared Table",
    ["maryhill", "Maryhill Road", "G20 7XP"],
    ["food", "advice", "croeso-cynnes"],
    "New Scots and old neighbours, one long table.",
  ],
  [
    "southside-baths",
    "Southside Baths Friends",
    ["southside-central", "Calder Street", "G42 7QX"],
    ["sport", "health"],
    "Keeping a swimming pool by refusing to leave it.",
  ],
  [
    "barras-elders-dancing",
    "Calton Elders' Dancing",
    ["calton", "Gallowgate", "G4 0TT"],
    ["age-friendly", "arts", "hearing-loop"],
    "Ceilidh called at a civilised pace.",
    { hours: ["thursday 13:30-16:00"] },
  ],
  [
    "byres-road-bookbinders",
    "Hillhead Bookbinders",
    ["hillhead", "Byres Road", "G12 8AP"],
    ["arts"],
    "Glue, thread and infinite patience.",
  ],
  [
    "pollokshields-young-players",
    "Pollokshields Young Players",
    ["pollokshields", "Albert Drive", "G41 2PE"],
    ["youth-voice", "arts", "accessible-toilet"],
    "Bollywood at Christmas instead of panto.",
  ],
  [
    "dennistoun-tools",
    "Dennistoun Tool Library",
    ["dennistoun", "Alexandra Parade", "G31 3AU"],
    ["green-neighbours"],
    "Borrow the drill. Bring the drill back.",
    { slug: null },
  ],
  [
    "drumchapel-cycle-hub",
    "Drumchapel Cycle Hub",
    ["drumchapel-anniesland", "Kinfauns Drive", "G15 7TS"],
    ["green-neighbours", "sport"],
    "Led rides out along the canal.",
    { serves: ["maryhill"] },
  ],
  [
    "scottish-kilt-swap",
    "Scottish Kilt and Uniform Swap",
    null,
    ["advice"],
    "Free school and ceilidh clothes, posted anywhere in Scotland.",
    { serves: ["scotland"] },
  ],
];
