import "server-only";
import type { RoleEntry } from "@/lib/world/schema";
import { type DemoPerson, demoEmail } from "./people";
import { type DemoPlace, demoCode } from "./places";
import type { DemoTag } from "./tags";

type Partnership = Extract<DemoTag, "age-friendly" | "youth-voice" | "green-neighbours" | "croeso-cynnes">;

/** Every grant of the demo world, each for a reason that the remark beside it gives. Rules: domains/places.md. */
export function demoRoles(): RoleEntry[] {
  return [...systemRoles(), ...areaRoles(), ...partnershipRoles(), ...severalRoles(), ...partnerRoles()];
}

function systemRoles(): RoleEntry[] {
  return [
    { user: demoEmail("ruth.adeyemi"), role: "root" },
    // A second root, so that the first can be taken away.
    { user: demoEmail("idris.bowen"), role: "root" },
    // Support has nothing in Places: the portal must say so kindly.
    { user: demoEmail("saoirse.quinn"), role: "support" },
  ];
}

function areaRoles(): RoleEntry[] {
  return [
    areaAdmin("nasreen.malik", ["hulme", "moss-side"]),
    // Two entries, one grant: Manchester and its neighbour Salford.
    areaAdmin("seun.bakare", ["manchester"]),
    areaAdmin("seun.bakare", ["salford"]),
    areaAdmin("lakshmi.nair", ["north-west"]),
    areaAdmin("gareth.pugh", ["gwynedd"]),
    areaAdmin("fiona.macleod", ["glasgow-city"]),
    // Ended by its date: Piotr sees nothing of Burnley any more.
    areaAdmin("piotr.zielinski", ["burnley"], "2024-03-31"),
    // Ends one day, but not yet.
    areaAdmin("celia.whitworth", ["rossendale"], "2099-12-31"),
    // A ward and the district around it: the same ground twice.
    areaAdmin("shabnam.akhtar", ["burnley", "trinity"]),
    // Deactivated: the grant stands and opens nothing.
    areaAdmin("grace.ofori", ["cheetham"]),
  ];
}

function partnershipRoles(): RoleEntry[] {
  return [
    partnershipAdmin("patience.okoro", ["hulme", "moss-side"], ["age-friendly"]),
    // Must never combine: the area of one and the partnership of the other.
    partnershipAdmin("tom.ashworth", ["ardwick"], ["age-friendly"]),
    partnershipAdmin("tom.ashworth", ["hulme"], ["youth-voice"]),
    partnershipAdmin("sian.llewelyn", ["gwynedd", "cardiff"], ["croeso-cynnes"]),
    partnershipAdmin("devika.rao", ["manchester", "salford", "trafford"], ["green-neighbours", "youth-voice"]),
    // Incomplete in both ways: each gives nothing and is shown to root.
    partnershipAdmin("marcus.bell", [], ["youth-voice"]),
    partnershipAdmin("ngozi.eze", ["longsight"], []),
  ];
}

function severalRoles(): RoleEntry[] {
  return [
    // Area admin, partnership admin elsewhere, partner admin inside the one and outside both.
    areaAdmin("mel.hartley", ["levenshulme"]),
    partnershipAdmin("mel.hartley", ["gorton-and-abbey-hey", "longsight"], ["age-friendly"]),
    partnerAdmin("mel.hartley", "chapel-street-kitchen"),
    partnerAdmin("mel.hartley", "ordsall-community-cafe"),
    // Area admin of one ward, partner admin in another district.
    areaAdmin("bilal.hussain", ["cheetham"]),
    partnerAdmin("bilal.hussain", "seymour-park-growers"),
  ];
}

function partnerRoles(): RoleEntry[] {
  return [
    // Two admins who see each other.
    partnerAdmin("joyce.appiah", "birley-fields-garden"),
    partnerAdmin("danny.fogarty", "birley-fields-garden"),
    // The one partner that makes Kwame visible to the admins of Moss Side.
    partnerAdmin("kwame.mensah", "moss-side-pantry"),
    // Inside and outside Hulme and Moss Side at once.
    partnerAdmin("rosa.delgado", "ordsall-community-cafe"),
    partnerAdmin("rosa.delgado", "wheels-kitchen"),
    partnerAdmin("rosa.delgado", "quays-dragon-boats"),
    // Her house serves Hulme from another district.
    partnerAdmin("farida.noor", "old-trafford-house"),
    partnerAdmin("beverley.scarlett", "aquarius-lunch-club"),
    partnerAdmin("winston.grant", "hulme-advice-desk"),
    // A partner of two partnerships.
    partnerAdmin("dorothea.pinnock", "bridging-ages"),
    partnerAdmin("terence.oldroyd", "federation-of-tenants-and-growers"),
    partnerAdmin("marcia.delisser", "carnival-sewing-room"),
    partnerAdmin("hodan.warsame", "somali-elders-moss-side"),
    partnerAdmin("hodan.warsame", "caribbean-carers"),
    // A hidden partner still has an admin, who may read why.
    partnerAdmin("amir.sadiq", "alexandra-park-bowls"),
    partnerAdmin("lowri.bevan", "canolfan-tre-garth"),
    partnerAdmin("eilidh.rennie", "govan-river-skills"),
    // Serves two districts of one county.
    partnerAdmin("graham.tattersall", "two-valleys-minibus"),
    // Placed at a whole region and a whole county.
    partnerAdmin("oscar.lindqvist", "north-west-repair-network"),
    partnerAdmin("oscar.lindqvist", "lancashire-farm-kitchens"),
    // Deactivated: the club has an admin on paper only.
    partnerAdmin("colin.sharples", "moss-side-boxing"),
    // Invited, never signed in.
    partnerAdmin("leon.dacosta", "zion-steps"),
    partnerAdmin("maud.featherstonehaugh", "manley-park-allotments"),
    // Was an admin here until a summer ago.
    partnerAdmin("bronagh.kerr", "range-stitchers", "2025-06-30"),
  ];
}

function areaAdmin(person: DemoPerson, places: readonly DemoPlace[], endsOn?: string): RoleEntry {
  return { user: demoEmail(person), role: "neighbourhood_admin", neighbourhoods: places.map(demoCode), endsOn };
}

function partnershipAdmin(
  person: DemoPerson,
  places: readonly DemoPlace[],
  partnerships: readonly Partnership[],
): RoleEntry {
  const neighbourhoods = places.map(demoCode);
  return { user: demoEmail(person), role: "partnership_admin", neighbourhoods, partnerships: [...partnerships] };
}

function partnerAdmin(person: DemoPerson, partner: string, endsOn?: string): RoleEntry {
  return { user: demoEmail(person), role: "partner_admin", partner, endsOn };
}
