import "server-only";
import type { NeighbourhoodEntry } from "@/lib/world/schema";

/**
 * Widest places first: key, code, name, unit, key of the parent. Codes and names are those of the Office for National
 * Statistics (May 2024, Open Government Licence v3.0), so that importing the whole country later finds these in place.
 */
const AREAS = [
  ["england", "E92000001", "England", "country", null],
  ["north-west", "E12000002", "North West", "region", "england"],
  ["lancashire", "E10000017", "Lancashire", "county", "north-west"],
  ["manchester", "E08000003", "Manchester", "district", "north-west"],
  ["salford", "E08000006", "Salford", "district", "north-west"],
  ["trafford", "E08000009", "Trafford", "district", "north-west"],
  ["burnley", "E07000117", "Burnley", "district", "lancashire"],
  ["rossendale", "E07000125", "Rossendale", "district", "lancashire"],
  ["wales", "W92000004", "Wales", "country", null],
  ["gwynedd", "W06000002", "Gwynedd", "district", "wales"],
  ["cardiff", "W06000015", "Cardiff", "district", "wales"],
  ["scotland", "S92000003", "Scotland", "country", null],
  ["glasgow-city", "S12000049", "Glasgow City", "district", "scotland"],
] as const;

/** Wards: key, code, name, key of the district. */
const WARDS = [
  ["ancoats-and-beswick", "E05011350", "Ancoats & Beswick", "manchester"],
  ["ardwick", "E05011351", "Ardwick", "manchester"],
  ["baguley", "E05011352", "Baguley", "manchester"],
  ["brooklands", "E05011353", "Brooklands", "manchester"],
  ["burnage", "E05011354", "Burnage", "manchester"],
  ["charlestown", "E05011355", "Charlestown", "manchester"],
  ["cheetham", "E05011356", "Cheetham", "manchester"],
  ["chorlton", "E05011357", "Chorlton", "manchester"],
  ["chorlton-park", "E05011358", "Chorlton Park", "manchester"],
  ["clayton-and-openshaw", "E05011359", "Clayton & Openshaw", "manchester"],
  ["crumpsall", "E05011360", "Crumpsall", "manchester"],
  ["deansgate", "E05011361", "Deansgate", "manchester"],
  ["didsbury-east", "E05011362", "Didsbury East", "manchester"],
  ["didsbury-west", "E05011363", "Didsbury West", "manchester"],
  ["fallowfield", "E05011364", "Fallowfield", "manchester"],
  ["gorton-and-abbey-hey", "E05011365", "Gorton & Abbey Hey", "manchester"],
  ["harpurhey", "E05011366", "Harpurhey", "manchester"],
  ["higher-blackley", "E05011367", "Higher Blackley", "manchester"],
  ["hulme", "E05011368", "Hulme", "manchester"],
  ["levenshulme", "E05011369", "Levenshulme", "manchester"],
  ["longsight", "E05011370", "Longsight", "manchester"],
  ["miles-platting-and-newton-heath", "E05011371", "Miles Platting & Newton Heath", "manchester"],
  ["moss-side", "E05011372", "Moss Side", "manchester"],
  ["moston", "E05011373", "Moston", "manchester"],
  ["northenden", "E05011374", "Northenden", "manchester"],
  ["old-moat", "E05011375", "Old Moat", "manchester"],
  ["piccadilly", "E05011376", "Piccadilly", "manchester"],
  ["rusholme", "E05011377", "Rusholme", "manchester"],
  ["sharston", "E05011378", "Sharston", "manchester"],
  ["whalley-range", "E05011379", "Whalley Range", "manchester"],
  ["withington", "E05011380", "Withington", "manchester"],
  ["woodhouse-park", "E05011381", "Woodhouse Park", "manchester"],
  ["eccles", "E05013024", "Eccles", "salford"],
  ["broughton", "E05013021", "Broughton", "salford"],
  ["ordsall", "E05013028", "Ordsall", "salford"],
  ["quays", "E05013031", "Quays", "salford"],
  ["swinton-and-wardley", "E05013032", "Swinton & Wardley", "salford"],
  ["little-hulton", "E05013027", "Little Hulton", "salford"],
  ["pendleton-and-charlestown", "E05013030", "Pendleton & Charlestown", "salford"],
  ["weaste-and-seedley", "E05013036", "Weaste & Seedley", "salford"],
  ["old-trafford", "E05015253", "Old Trafford", "trafford"],
  ["longford", "E05015250", "Longford", "trafford"],
  ["gorse-hill-and-cornbrook", "E05015247", "Gorse Hill & Cornbrook", "trafford"],
  ["urmston", "E05015259", "Urmston", "trafford"],
  ["sale-moor", "E05015255", "Sale Moor", "trafford"],
  ["altrincham", "E05015239", "Altrincham", "trafford"],
  ["bank-hall", "E05005150", "Bank Hall", "burnley"],
  ["daneshouse-with-stoneyholme", "E05005155", "Daneshouse with Stoneyholme", "burnley"],
  ["rosehill-with-burnley-wood", "E05005162", "Rosehill with Burnley Wood", "burnley"],
  ["trinity", "E05005163", "Trinity", "burnley"],
  ["queensgate", "E05005160", "Queensgate", "burnley"],
  ["gannow", "E05005156", "Gannow", "burnley"],
  ["bacup", "E05015817", "Bacup", "rossendale"],
  ["haslingden", "E05015822", "Haslingden", "rossendale"],
  ["longholme", "E05015824", "Longholme", "rossendale"],
  ["helmshore", "E05015823", "Helmshore", "rossendale"],
  ["whitworth", "E05015826", "Whitworth", "rossendale"],
  ["canol-bangor", "W05001517", "Canol Bangor", "gwynedd"],
  ["dwyrain-porthmadog", "W05001531", "Dwyrain Porthmadog", "gwynedd"],
  ["y-bala", "W05001566", "Y Bala", "gwynedd"],
  ["llanberis", "W05001544", "Llanberis", "gwynedd"],
  ["pen-draw-llyn", "W05001556", "Pen draw Llŷn", "gwynedd"],
  ["tre-garth-a-mynydd-llandygai", "W05001563", "Tre-garth a Mynydd Llandygái", "gwynedd"],
  ["canol-tref-caernarfon", "W05001519", "Canol Tref Caernarfon", "gwynedd"],
  ["bowydd-a-r-rhiw", "W05001513", "Bowydd a'r Rhiw", "gwynedd"],
  ["butetown", "W05001271", "Butetown", "cardiff"],
  ["canton", "W05001273", "Canton", "cardiff"],
  ["grangetown", "W05001279", "Grangetown", "cardiff"],
  ["splott", "W05001295", "Splott", "cardiff"],
  ["riverside", "W05001293", "Riverside", "cardiff"],
  ["whitchurch-and-tongwynlais", "W05001297", "Whitchurch and Tongwynlais", "cardiff"],
  ["govan", "S13002971", "Govan", "glasgow-city"],
  ["maryhill", "S13002981", "Maryhill", "glasgow-city"],
  ["southside-central", "S13002974", "Southside Central", "glasgow-city"],
  ["calton", "S13002975", "Calton", "glasgow-city"],
  ["hillhead", "S13002977", "Hillhead", "glasgow-city"],
  ["pollokshields", "S13002972", "Pollokshields", "glasgow-city"],
  ["dennistoun", "S13002988", "Dennistoun", "glasgow-city"],
  ["drumchapel-anniesland", "S13002980", "Drumchapel/Anniesland", "glasgow-city"],
] as const;

/** How the demo world calls a place: its name in small letters, such as `moss-side`. */
export type DemoPlace = (typeof AREAS)[number][0] | (typeof WARDS)[number][0];

const CODES: ReadonlyMap<string, string> = new Map([...AREAS, ...WARDS].map(([key, code]) => [key, code]));

/** The code of a place in the demo world. */
export function demoCode(place: DemoPlace): string {
  const code = CODES.get(place);
  if (code === undefined) throw new Error(`The demo world has no place ${place}`);
  return code;
}

/** The places of the demo world: Greater Manchester, a part of Lancashire, two corners of Wales and one of Scotland. */
export function demoNeighbourhoods(): NeighbourhoodEntry[] {
  const areas = AREAS.map(([, code, name, unit, parent]) => {
    return { code, name, unit, parent: parent === null ? null : demoCode(parent) };
  });
  const wards = WARDS.map(([, code, name, district]) => ({
    code,
    name,
    unit: "ward" as const,
    parent: demoCode(district),
  }));
  return [...areas, ...wards];
}
