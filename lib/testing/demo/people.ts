import "server-only";
import type { UserEntry } from "@/lib/world/schema";

/** People of the demo world: key (the part of the address before the at sign), name, and what is special about them. */
const PEOPLE = [
  ["ruth.adeyemi", "Ruth Adeyemi"],
  ["idris.bowen", "Idris Bowen"],
  ["saoirse.quinn", "Saoirse Quinn"],
  ["nasreen.malik", "Nasreen Malik"],
  ["seun.bakare", "Oluwaseun Bakare"],
  ["lakshmi.nair", "Lakshmi Nair"],
  ["gareth.pugh", "Gareth Pugh"],
  ["fiona.macleod", "Fiona MacLeod"],
  ["piotr.zielinski", "Piotr Zieliński"],
  ["celia.whitworth", "Celia Whitworth"],
  ["patience.okoro", "Patience Okoro"],
  ["tom.ashworth", "Tom Ashworth"],
  ["sian.llewelyn", "Siân Llewelyn"],
  ["devika.rao", "Devika Rao"],
  ["marcus.bell", "Marcus Bell"],
  ["ngozi.eze", "Ngozi Eze"],
  ["mel.hartley", "Mel Hartley"],
  ["bilal.hussain", "Bilal Hussain"],
  ["joyce.appiah", "Joyce Appiah"],
  ["danny.fogarty", "Danny Fogarty"],
  ["kwame.mensah", "Kwame Mensah"],
  ["rosa.delgado", "Rosa Delgado"],
  ["farida.noor", "Farida Noor"],
  ["beverley.scarlett", "Beverley Scarlett"],
  ["winston.grant", "Winston Grant"],
  ["dorothea.pinnock", "Dorothea Pinnock"],
  ["terence.oldroyd", "Terence Oldroyd"],
  ["marcia.delisser", "Marcia Delisser"],
  ["hodan.warsame", "Hodan Warsame"],
  ["amir.sadiq", "Amir Sadiq"],
  ["lowri.bevan", "Lowri Bevan"],
  ["eilidh.rennie", "Eilidh Rennie"],
  ["graham.tattersall", "Graham Tattersall"],
  ["shabnam.akhtar", "Shabnam Akhtar"],
  ["oscar.lindqvist", "Oscar Lindqvist"],
  ["colin.sharples", "Colin Sharples", { deactivated: true }],
  ["grace.ofori", "Grace Ofori", { deactivated: true }],
  ["hannah.brightwell", "Hannah Brightwell", { verified: false }],
  ["leon.dacosta", "Leon da Costa", { verified: false }],
  ["yusuf.karim", "Yusuf Karim"],
  ["maud.featherstonehaugh", "Maud Alexandrina Featherstonehaugh-Cholmondeley"],
  ["bronagh.kerr", "Bronagh Kerr"],
] as const satisfies readonly (readonly [string, string, Partial<UserEntry>?])[];

/** How the demo world calls a person. */
export type DemoPerson = (typeof PEOPLE)[number][0];

/** The address that a demo person signs in with. */
export function demoEmail(person: DemoPerson): string {
  return `${person}@remit.example`;
}

/** Everybody in the demo world: active, deactivated, unverified. */
export function demoUsers(): UserEntry[] {
  return PEOPLE.map(([key, name, state = {}], index) => {
    // Numbers that the regulator keeps free for stories; every third person has given one.
    const phone = index % 3 === 0 ? `07700 900${String(100 + index)}` : undefined;
    return { email: demoEmail(key), name, phone, ...state };
  });
}
