import "server-only";
import { eq, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { neighbourhoods, postcodes } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { getNeighbourhoods } from "@/lib/places/neighbourhoods/queries";
import type { FoundPlace, PlaceUse } from "@/lib/places/neighbourhoods/schemas";
import { normalPostcode } from "./schemas";

/** What a postcode lies in. `path`: the numbers from the country down to the place itself. */
export type PostcodePlace = Readonly<{ code: string; name: string; path: readonly number[] }>;

/**
 * What a postcode lies in, as the stored directory says: its ward or, where that is not known, its district. Null for a
 * postcode that is not known, and for a text that is none. In one statement at most; who may choose that place is another
 * question.
 * @param text as people type it: capitals and spaces do not matter.
 */
export async function lookUpPostcode(tx: Transaction, text: string): Promise<{ code: string; name: string } | null> {
  const found = await lookUpPostcodes(tx, [text]);
  const place = found.get(normalPostcode(text) ?? "");
  return place === undefined ? null : { code: place.code, name: place.name };
}

/** The same for many at once, by `normalPostcode`: also one statement at most, and no row read but those of these postcodes. */
export async function lookUpPostcodes(
  tx: Transaction,
  texts: readonly string[],
): Promise<ReadonlyMap<string, PostcodePlace>> {
  const wanted = [...new Set(texts.flatMap((text) => normalPostcode(text) ?? []))];
  if (wanted.length === 0) return new Map();
  const list = sql`array(select json_array_elements_text(${JSON.stringify(wanted)}::text::json))`;
  const found = await tx
    .select({
      postcode: postcodes.postcode,
      place: { code: neighbourhoods.code, name: neighbourhoods.name, path: neighbourhoods.path },
    })
    .from(postcodes)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, postcodes.neighbourhoodId))
    .where(sql`${postcodes.postcode} = any(${list})`);
  return new Map(found.map(({ postcode, place }) => [postcode, place] as const));
}

/**
 * What a postcode lies in, where the actor may choose that place for that use; `place` is null where the postcode is not
 * known or they may not. At most three statements. Null where the partner is none that the actor sees.
 */
export async function findPlaceOfPostcode(
  actor: Actor,
  { postcode, use }: { postcode: string; use: PlaceUse },
): Promise<{ place: Pick<FoundPlace, "code" | "name" | "path"> | null } | null> {
  const known = await readTransaction((tx) => lookUpPostcode(tx, postcode));
  const places = await getNeighbourhoods(actor, known === null ? [] : [known.code], use);
  if (places === null) return null;
  const [place] = places.map(({ code, name, path }) => ({ code, name, path }));
  return { place: place ?? null };
}

type SentAddress = Readonly<{
  postcode?: string | undefined;
  addressPlace?: string | undefined;
  clearAddress?: string | undefined;
}>;

/**
 * A form as it was sent, with the neighbourhood of its address found from the postcode where none was chosen. It stays
 * without one where the postcode is not known. One statement, and none where a neighbourhood was chosen.
 * @param before the address that there is now, for an edit that leaves fields out.
 */
export async function withPlaceOfPostcode<Sent extends SentAddress>(
  tx: Transaction,
  sent: Sent,
  before: SentAddress = {},
): Promise<Sent> {
  const chosen = (sent.addressPlace ?? before.addressPlace ?? "").trim();
  const postcode = sent.postcode ?? before.postcode ?? "";
  if (chosen !== "" || sent.clearAddress !== undefined) return sent;
  const found = await lookUpPostcode(tx, postcode);
  return found === null ? sent : { ...sent, addressPlace: found.code };
}
