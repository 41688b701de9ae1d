import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { numberList } from "@/db/number-list";
import { neighbourhoods, partners } from "@/db/schema/places";
import type { PartnerChangeFacts } from "@/lib/permissions/facts/attributes";
import { byKey, findPartners, type PartnerRecord } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { partnerParts } from "@/lib/permissions/policies/partner";
import { unknownNumber } from "@/lib/permissions/proposals/partner-change";
import { capabilities, scopeOf } from "@/lib/permissions/scope";
import { NEIGHBOURHOOD_UNITS } from "@/lib/places/neighbourhood-tree/constants";
import { mayCreateAt } from "@/lib/places/partner-creation/queries";
import { pathNames } from "@/lib/places/place-paths/queries";
import { containing, startingWith } from "@/lib/platform/like-pattern";
import { MOST_PLACES } from "./constants";
import { type FoundPlace, type PlaceUse, placeSearchText } from "./schemas";

/**
 * The places that this actor may choose for that use, by name, Welsh name or code; at most `MOST_PLACES`, the best match
 * first: the whole name, its beginning, the beginning of a word in it, a part of it, and last those that are told by what
 * they lie in ("moss side, manchester"). Equal ones from the country down. Without a text the widest come first.
 * At most two statements. Null where the partner is none that the actor sees.
 */
export async function searchNeighbourhoods(
  actor: Actor,
  { text, use }: { text: string; use: PlaceUse },
): Promise<FoundPlace[] | null> {
  const wanted = textMatch(placeSearchText(text));
  return readTransaction(async (tx) => {
    const offer = await offerFor(tx, actor, use);
    // A few more than are given, should the engine know better than the condition that foreran it.
    const found = await readPlaces(tx, offer, { ...wanted, limit: 3 * MOST_PLACES });
    return found?.slice(0, MOST_PLACES) ?? null;
  });
}

/** Those of the places with these codes that the actor may choose for that use, in the order of the codes. Otherwise as `searchNeighbourhoods`. */
export async function getNeighbourhoods(
  actor: Actor,
  codes: readonly string[],
  use: PlaceUse,
): Promise<FoundPlace[] | null> {
  const storable = codes.filter((code) => !code.includes("\u0000"));
  const list = sql`array(select json_array_elements_text(${JSON.stringify(storable)}::text::json))`;
  return readTransaction(async (tx) =>
    readPlaces(tx, await offerFor(tx, actor, use), {
      where: sql`${neighbourhoods.code} = any(${list})`,
      order: sql`array_position(${list}, ${neighbourhoods.code})`,
      limit: null,
    }),
  );
}

/** Which places a use leaves open: a condition that finds them, and the engine's word on each. */
type Offer = Readonly<{ where: SQL; allows: (path: readonly number[]) => boolean }>;

async function offerFor(tx: Transaction, actor: Actor, use: PlaceUse): Promise<Offer | null> {
  if (use.kind === "filter") return { where: holdsPartnerInSight(actor), allows: () => true };
  if (use.kind === "new partner") return offerToCreate(actor);
  if (use.kind === "any") return { where: scopeOf(actor, "neighbourhood", "view"), allows: () => true };
  const [record] = await findPartners(tx, [use.partnerId]);
  if (record === undefined || !capabilities(actor, "partner", ["view"], record).view) return null;
  return offerToAdd(actor, record);
}

/**
 * How a select from `neighbourhoods` ends that gives the one with this code or UUID, or none where the actor may not see it.
 * A code wins over a UUID that is written alike.
 */
export function whereKeyedInSight(actor: Actor, key: string): SQL {
  // PostgreSQL holds no zero byte in a text and would raise an error for it; no place has the empty code.
  const code = key.includes("\u0000") ? "" : key;
  return sql`where ${byKey(neighbourhoods.code, neighbourhoods.id, [code])} and (${scopeOf(actor, "neighbourhood", "view")})
    order by (${neighbourhoods.code} = ${code}) desc limit 1`;
}

/** The condition over `neighbourhoods` that a partner in the actor's sight lies in or serves the place, or one that lies in it. */
export function holdsPartnerInSight(actor: Actor): SQL {
  return sql`exists (select 1 from ${partners} where ${partners.scopeIds} && array[${neighbourhoods.number}] and (${scopeOf(actor, "partner", "view")}))`;
}

/** What the partner has already may be named again; anything else must be the actor's to add. */
function offerToAdd(actor: Actor, record: PartnerRecord): Offer {
  const carried = record.places.flatMap((path) => path.at(-1) ?? []);
  const { update } = capabilities(actor, "partner", ["update"], record);
  const mayAdd = (path: readonly number[]) => {
    const facts: PartnerChangeFacts = { ...record, change: { places: [path], tags: [] } };
    return capabilities(actor, "partner", [partnerParts.addPlace], facts)[partnerParts.addPlace];
  };
  return {
    where: update
      ? sql`(${condition(actor, mayAdd)} or ${neighbourhoods.number} = any(${numberList(carried)}))`
      : sql`false`,
    allows: (path) => update && (carried.includes(path.at(-1) ?? unknownNumber) || mayAdd(path)),
  };
}

/** Where the actor may make a partner that carries none or all of the partnerships of one of their grants. */
function offerToCreate(actor: Actor): Offer {
  const allows = (path: readonly number[]) => mayCreateAt(actor, path);
  return { where: condition(actor, allows), allows };
}

/**
 * The places worth asking the engine about. Whoever may name a place that lies nowhere is bound to no area; everybody else
 * may name what lies in those of their areas that they may name themselves.
 */
function condition(actor: Actor, allows: (path: readonly number[]) => boolean): SQL {
  if (allows([unknownNumber])) return sql`true`;
  const areas = new Set(actor.grants.flatMap(({ places }) => places.map(({ number }) => number)));
  return sql`${neighbourhoods.path} && ${numberList([...areas].filter((number) => allows([number])))}`;
}

type Wanted = Readonly<{ where: SQL; order: SQL; limit: number | null }>;
type PlaceRow = FoundPlace & { numbers: number[] };

async function readPlaces(tx: Transaction, offer: Offer | null, wanted: Wanted): Promise<FoundPlace[] | null> {
  if (offer === null) return null;
  const rows = await tx.execute<PlaceRow>(sql`
    select ${neighbourhoods.code} as "code", ${neighbourhoods.name} as "name", ${neighbourhoods.unit} as "unit",
      ${neighbourhoods.path} as "numbers",
      ${pathNames()} as "path"
    from ${neighbourhoods} where ${wanted.where} and ${offer.where}
    order by ${wanted.order} limit ${wanted.limit}`);
  return rows.filter((row) => offer.allows(row.numbers)).map(({ numbers: _, ...place }) => place);
}

/** Which places a text means, and which of them it means most. */
export function textMatch(text: string): Pick<Wanted, "where" | "order"> {
  const last = sql`${unitRank(neighbourhoods.unit)}, lower(${neighbourhoods.name}), ${neighbourhoods.id}`;
  if (text === "") return { where: sql`true`, order: last };
  const part = anyName(sql`lower(${containing(text)})`);
  const rank = sql`case
    when ${anyName(sql`lower(${containing(text).slice(1, -1)})`)} or ${hasCode(text)} then 0
    when ${anyName(sql`lower(${startingWith(text)})`)} then 1
    when translate(lower(${neighbourhoods.name}), '-/(&', '    ') like lower(${containing(` ${text}`)}) then 2
    when ${part} then 3 else 4 end`;
  return { where: sql`(${part} or ${hasCode(text)} or ${toldByPath(text)})`, order: sql`${rank}, ${last}` };
}

/** A column: how wide the level is that a column holds, 1 being the widest. */
export function unitRank(unit: SQLWrapper): SQL {
  const units = NEIGHBOURHOOD_UNITS.map((each) => sql`${each}`);
  return sql`array_position(array[${sql.join(units, sql`, `)}]::text[], ${unit})`;
}

function anyName(pattern: SQL): SQL {
  return sql`(lower(${neighbourhoods.name}) like ${pattern} or lower(${neighbourhoods.welshName}) like ${pattern})`;
}

function hasCode(text: string): SQL {
  return sql`lower(${neighbourhoods.code}) = lower(${text})`;
}

/** Several words, of which one at least is in the name and every one in the name or in those of what it lies in. */
function toldByPath(text: string): SQL {
  const words = text.split(/[\s,]+/).filter((word) => word !== "");
  if (words.length < 2) return sql`false`;
  const patterns = words.map((word) => sql`lower(${containing(word)})`);
  const each = patterns.map(
    (pattern) => sql`exists (select 1 from ${neighbourhoods} above where above.number = any(${neighbourhoods.path})
      and (lower(above.name) like ${pattern} or lower(above.welsh_name) like ${pattern}))`,
  );
  return sql`((${sql.join(patterns.map(anyName), sql` or `)}) and ${sql.join(each, sql` and `)})`;
}
