import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { numberList } from "@/db/number-list";
import { partners } from "@/db/schema/places";
import type { Actor, Grant } from "@/lib/permissions/load-actor";
import { partnerParts } from "@/lib/permissions/policies/partner";
import { partScopeOf, scopeOf } from "@/lib/permissions/scope";
import { hasHours } from "@/lib/places/opening-hours/queries";
import { now } from "@/lib/platform/clock";
import type { PartnerFocus } from "./schemas";

const DAY_MS = 86_400_000;

/**
 * The condition that a row of `partners` which the actor may view meets a focus. A role that is none of the actor's own is
 * met by no row.
 */
export function meetsFocus(actor: Actor, { hours, changed, placed, through, candidates }: PartnerFocus): SQL {
  const since = new Date(now().getTime() - Number(changed) * DAY_MS).toISOString();
  const conditions = [
    sql`true`,
    ...(hours === "" ? [] : [hours === "with" ? hasHours() : sql`not ${hasHours()}`]),
    ...(changed === "" ? [] : [sql`${partners.updatedAt} >= ${since}`]),
    ...(placed === "" ? [] : [sql`${partners.placeIds} = '{}'`]),
    ...(through === "" ? [] : [openedBy(actor, grantsNamed(actor, through))]),
    ...(candidates === "" ? [] : [mayBeBroughtIn(actor, candidates)]),
  ];
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** What a focus's roles stand for, in words; null where it names none, or none of the actor's own. */
export function describeFocus(actor: Actor, { through, candidates }: PartnerFocus) {
  const named = (name: string) => (name === "" ? [] : grantsNamed(actor, name));
  return { through: rolesInWords(named(through)), candidates: rolesInWords(named(candidates)) };
}

/** One may administer a hundred partners, and look after a few areas at most. */
function rolesInWords(grants: readonly Grant[]): string | null {
  if (grants.length === 0) return null;
  const own = grants.filter(({ partner }) => partner !== null);
  return own.length > 1 ? "your own partners" : list.format(grants.map(roleInWords));
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

function roleInWords({ role, places, partnerships, partner }: Grant): string {
  if (role === "partner_admin") return partner?.name ?? "";
  const area = list.format(places.map(({ name }) => name));
  return role === "partnership_admin" ? `${list.format(partnerships.map(({ name }) => name))} in ${area}` : area;
}

/** The actor's own grants that a focus names, each with the one partnership that it may be narrowed to. */
function grantsNamed(actor: Actor, name: string): readonly Grant[] {
  const [key, number] = name.split(".");
  const named = actor.grants.filter(({ id, role }) => id === key || role === key);
  if (number === undefined) return named;
  return named
    .map((grant) => ({ ...grant, partnerships: grant.partnerships.filter((held) => held.number === Number(number)) }))
    .filter(({ partnerships }) => partnerships.length > 0);
}

/** The numbers of the places that those of the actor's own roles are held over which a focus names, as a list for the database. */
export function areaOf(actor: Actor, through: string): SQL {
  return numberList(grantsNamed(actor, through).flatMap(({ places }) => places.map(({ number }) => number)));
}

/** What the actor would see if these grants were all they had: the policy itself says it. Nothing is added where they are all. */
function openedBy(actor: Actor, grants: readonly Grant[]): SQL {
  const all = grants.length === actor.grants.length && grants.every((grant) => actor.grants.includes(grant));
  return all ? sql`true` : sql`(${scopeOf({ ...actor, grants }, "partner", "view")})`;
}

/** Partners that touch the grant's area, do not carry its partnership, and may be given it by this actor. */
function mayBeBroughtIn(actor: Actor, name: string): SQL {
  const [grant] = grantsNamed(actor, name);
  const [partnership] = grant?.partnerships ?? [];
  if (grant === undefined || partnership === undefined) return sql`false`;
  const change = { change: { places: [], tags: [partnership.number] } };
  const area = numberList(grant.places.map(({ number }) => number));
  return sql`(${partners.scopeIds} && ${area} and not ${partners.partnershipIds} && ${numberList([partnership.number])}
    and ${partScopeOf(actor, "partner", partnerParts.addPartnership, change)})`;
}
