import "server-only";
import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { neighbourhoods } from "@/db/schema/places";
import type { ReasonCode, Role } from "./catalogue";
import type { RawReason } from "./engine/explain";
import type { Actor, Grant } from "./load-actor";

/** One reason of a decision as people and other systems read it. `via` is the path from the record to the grant, where a place gave the answer. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly via: string | null;
  readonly rule: string | null;
}

// Made once: making one costs more than everything else about a reason.
const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const disjunction = new Intl.ListFormat("en-GB", { type: "disjunction" });

const refusals: Partial<Record<ReasonCode, string>> = {
  not_signed_in: "There is no account with this address.",
  deactivated: "This account is deactivated.",
  not_visible: "There is no such record within your remit.",
  no_grant: "None of your roles opens this.",
  outside_reach: "This lies outside what you look after.",
  not_wholly_inside: "Not everything about it lies inside what you look after.",
  tag_not_yours: "This partnership is not one that you may give or take here.",
  field_not_yours: "This is not yours to change.",
  locked: "This is closed to changes.",
};

const holders: Readonly<Record<Role, string>> = {
  root: "root",
  support: "support",
  neighbourhood_admin: "a neighbourhood admin of its area",
  partnership_admin: "a partnership admin of its area and partnership",
  partner_admin: "one of its own admins",
};

/** The reason without a rule behind it: a refusal that comes before the policy, or a problem with the proposal itself. */
export function bareReason(code: ReasonCode, text?: string): Reason {
  return { code, text: text ?? refusals[code] ?? code, via: null, rule: null };
}

/** The names of the places on the paths of these reasons, in one statement (none where no path was given). */
export async function loadPlaceNames(
  tx: Transaction,
  reasons: readonly RawReason[],
): Promise<ReadonlyMap<number, string>> {
  const numbers = [...new Set(reasons.flatMap(({ path }) => path ?? []))];
  if (numbers.length === 0) {
    return new Map();
  }
  const rows = await tx
    .select({ number: neighbourhoods.number, name: neighbourhoods.name })
    .from(neighbourhoods)
    .where(inArray(neighbourhoods.number, numbers));
  return new Map(rows.map(({ number, name }) => [number, name] as const));
}

/** The reason in plain words, addressed to the actor. */
export function nameReason(raw: RawReason, actor: Actor, placeNames: ReadonlyMap<number, string>): Reason {
  const grant = actor.grants.find(({ id }) => id === raw.grant?.id);
  return {
    code: raw.code,
    text: raw.because === null ? refusalText(raw) : fill(raw.because, grant),
    via: raw.path === null ? null : raw.path.map((number) => placeNames.get(number) ?? "").join(" › "),
    rule: raw.ruleId,
  };
}

/** Names joined as a sentence joins them: "Hulme", "Hulme and Moss Side", "Ardwick, Hulme and Moss Side". */
function joinNames(names: readonly string[]): string {
  return conjunction.format(names);
}

function fill(sentence: string, grant: Grant | undefined): string {
  return sentence
    .replaceAll("{area}", joinNames(grant?.places.map(({ name }) => name) ?? []))
    .replaceAll("{partnerships}", joinNames(grant?.partnerships.map(({ name }) => name) ?? []))
    .replaceAll("{partner}", grant?.partner?.name ?? "");
}

/** The same where one admin must hold everything about the record, and not just some of it. */
const wholeHolders: Readonly<Record<Role, string>> = {
  ...holders,
  neighbourhood_admin: "a neighbourhood admin whose area holds all its places",
  partnership_admin: "a partnership admin whose area and partnerships hold all of its own",
};

function refusalText({ code, mendedBy }: RawReason): string {
  const text = refusals[code] ?? code;
  const able = mendedBy.map((role) => (code === "not_wholly_inside" ? wholeHolders : holders)[role]);
  return able.length === 0 ? text : `${text} Who could: ${disjunction.format(able)}.`;
}
