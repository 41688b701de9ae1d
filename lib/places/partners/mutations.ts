import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  neighbourhoods,
  partnerAddresses,
  partnerOpeningHours,
  partnerServiceAreas,
  partners,
  partnerTags,
} from "@/db/schema/places";
import { readOpeningHours } from "@/lib/places/opening-hours/schemas";
import { readSocials } from "@/lib/places/socials/schemas";
import { now } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { PartnerTextField } from "./constants";

/** What is written of a partner. Texts are proven and tidied; a blank one clears its column, an absent one leaves it. */
export type PartnerWrite = Readonly<{
  texts: Readonly<Partial<Record<PartnerTextField, string>>>;
  /** By code; null takes the address away, undefined leaves it. */
  address:
    | Readonly<{ line1: string; line2: string; city: string; postcode: string; placeCode: string }>
    | null
    | undefined;
  addPlaces: readonly string[];
  removePlaces: readonly string[];
  /** By UUID. */
  addTags: readonly string[];
  removeTags: readonly string[];
}>;

/**
 * Makes a partner with its places and tags and gives its id. Version, reach and the like are kept by the database.
 * @throws Refusal where its name or public address is taken, or a place or tag is gone.
 */
export async function insertPartner(tx: Transaction, write: PartnerWrite): Promise<string> {
  const [id = ""] = await insertPartners(tx, [write]);
  return id;
}

/**
 * Makes many partners, each as `insertPartner` does, and gives their ids in the order of the writes. At most seven
 * statements for some hundreds of them; one that is refused refuses all.
 */
export async function insertPartners(tx: Transaction, writes: readonly PartnerWrite[]): Promise<string[]> {
  const made = writes.map((write) => ({ partnerId: newId(), ...write }));
  const placeOf = await placesByCode(tx, made);
  const rows = made.map(({ partnerId, texts }) => {
    const { name = "", ...columns } = columnsOf(texts);
    return { id: partnerId, name: name ?? "", ...columns, createdAt: now() };
  });
  const areas = made.flatMap(({ partnerId, addPlaces }) =>
    addPlaces.map((code) => ({ partnerId, neighbourhoodId: placeOf(code, "addNeighbourhoods") })),
  );
  const addresses = made.flatMap(({ partnerId, address }) =>
    address == null ? [] : [{ partnerId, ...addressColumns(address, placeOf(address.placeCode, "addressPlace")) }],
  );
  const carried = made.flatMap(({ partnerId, addTags }) => addTags.map((tagId) => ({ partnerId, tagId })));
  const hours = made.flatMap(({ partnerId, texts }) =>
    hoursOf(texts.openingHours).map((spell) => ({ partnerId, ...spell })),
  );
  for (const slice of slices(rows)) await orRefuse(tx.insert(partners).values(slice));
  for (const slice of slices(areas)) await tx.insert(partnerServiceAreas).values(slice).onConflictDoNothing();
  for (const slice of slices(addresses)) await tx.insert(partnerAddresses).values(slice);
  for (const slice of slices(carried)) await orRefuse(tx.insert(partnerTags).values(slice).onConflictDoNothing());
  for (const slice of slices(hours)) await tx.insert(partnerOpeningHours).values(slice);
  return made.map(({ partnerId }) => partnerId);
}

/** Rows that one statement takes: PostgreSQL knows 65,535 parameters, and a partner has not twenty columns. */
const MOST_ROWS = 2_000;

function slices<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, index) =>
    rows.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS),
  );
}

/** The UUID of every place that the partners name, by code, in one statement; a Refusal for one that is gone. */
async function placesByCode(
  tx: Transaction,
  writes: readonly PartnerWrite[],
): Promise<(code: string, field: string) => string> {
  const codes = writes.flatMap(({ address, addPlaces }) => [
    ...addPlaces,
    ...(address == null ? [] : [address.placeCode]),
  ]);
  const found = await findPlaces(tx, [...new Set(codes)]);
  const ids = new Map(found.map(({ id, code }) => [code, id] as const));
  return (code, field) => ids.get(code) ?? refuseGonePlace(field);
}

/**
 * Writes what has changed of a partner that the transaction has locked.
 * @throws Refusal where its new name or public address is taken, or a place or tag is gone.
 */
export async function updatePartner(tx: Transaction, partnerId: string, write: PartnerWrite): Promise<void> {
  const columns = columnsOf(write.texts);
  if (Object.keys(columns).length > 0) {
    await orRefuse(tx.update(partners).set(columns).where(eq(partners.id, partnerId)));
  }
  await writeLinks(tx, partnerId, write);
}

const COLUMNS = [
  "name",
  "slug",
  "summary",
  "description",
  "accessibility",
  "website",
  "publicContactName",
  "publicContactPhone",
  "publicContactEmail",
  "internalContactName",
  "internalContactPhone",
  "internalContactEmail",
] as const satisfies readonly PartnerTextField[];

function columnsOf({ socials, ...texts }: PartnerWrite["texts"]) {
  const given = COLUMNS.flatMap((column) => {
    const text = texts[column];
    return text === undefined ? [] : [[column, text === "" ? null : text] as const];
  });
  const read = socials === undefined ? null : readSocials(socials);
  return {
    ...(Object.fromEntries(given) as { name?: string } & Partial<Record<(typeof COLUMNS)[number], string | null>>),
    ...(read !== null && "socials" in read ? { socials: { ...read.socials } } : {}),
  };
}

/** Adds before it takes away, so that a partner is never without a place in between. */
async function writeLinks(tx: Transaction, partnerId: string, write: PartnerWrite): Promise<void> {
  const { address, addPlaces, removePlaces, addTags, removeTags } = write;
  if (addPlaces.length > 0) {
    const rows = (await idsOf(tx, addPlaces, "addNeighbourhoods")).map((neighbourhoodId) => ({
      partnerId,
      neighbourhoodId,
    }));
    await tx.insert(partnerServiceAreas).values(rows).onConflictDoNothing();
  }
  if (address !== undefined) await writeAddress(tx, partnerId, address);
  if (removePlaces.length > 0) {
    const places = tx
      .select({ id: neighbourhoods.id })
      .from(neighbourhoods)
      .where(inArray(neighbourhoods.code, [...removePlaces]));
    await tx
      .delete(partnerServiceAreas)
      .where(and(eq(partnerServiceAreas.partnerId, partnerId), inArray(partnerServiceAreas.neighbourhoodId, places)));
  }
  if (addTags.length > 0) {
    const rows = addTags.map((tagId) => ({ partnerId, tagId }));
    await orRefuse(tx.insert(partnerTags).values(rows).onConflictDoNothing());
  }
  if (removeTags.length > 0) {
    await tx
      .delete(partnerTags)
      .where(and(eq(partnerTags.partnerId, partnerId), inArray(partnerTags.tagId, [...removeTags])));
  }
  if (write.texts.openingHours !== undefined) await writeHours(tx, partnerId, write.texts.openingHours);
}

async function writeAddress(
  tx: Transaction,
  partnerId: string,
  address: NonNullable<PartnerWrite["address"]> | null,
): Promise<void> {
  if (address === null) {
    await tx.delete(partnerAddresses).where(eq(partnerAddresses.partnerId, partnerId));
    return;
  }
  const [neighbourhoodId = ""] = await idsOf(tx, [address.placeCode], "addressPlace");
  const columns = addressColumns(address, neighbourhoodId);
  await tx
    .insert(partnerAddresses)
    .values({ partnerId, ...columns })
    .onConflictDoUpdate({ target: partnerAddresses.partnerId, set: columns });
}

function addressColumns(
  { line1, line2, city, postcode }: NonNullable<PartnerWrite["address"]>,
  neighbourhoodId: string,
) {
  return { line1, line2: line2 || null, city: city || null, postcode, neighbourhoodId };
}

async function writeHours(tx: Transaction, partnerId: string, text: string): Promise<void> {
  const spells = hoursOf(text);
  await tx.delete(partnerOpeningHours).where(eq(partnerOpeningHours.partnerId, partnerId));
  if (spells.length > 0) {
    await tx.insert(partnerOpeningHours).values(spells.map((spell) => ({ partnerId, ...spell })));
  }
}

function hoursOf(text: string | undefined) {
  const read = readOpeningHours(text ?? "");
  if (!("spells" in read)) throw new Refusal("invalid", { fields: { openingHours: read.fault } });
  return read.spells;
}

async function idsOf(tx: Transaction, codes: readonly string[], field: string): Promise<string[]> {
  const places = await findPlaces(tx, codes);
  if (places.length < codes.length) refuseGonePlace(field);
  return places.map(({ id }) => id);
}

async function findPlaces(tx: Transaction, codes: readonly string[]): Promise<{ id: string; code: string }[]> {
  if (codes.length === 0) return [];
  return tx
    .select({ id: neighbourhoods.id, code: neighbourhoods.code })
    .from(neighbourhoods)
    .where(inArray(neighbourhoods.code, [...codes]));
}

function refuseGonePlace(field: string): never {
  throw new Refusal("invalid", { fields: { [field]: "This neighbourhood is not there any more." } });
}

/** What a person reads where a write meets what somebody else did meanwhile, by the constraint that says so. */
const MET: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  partners_name_unique: { name: "There is a partner of this name already. Capital letters make no difference." },
  partners_slug_unique: { slug: "Another partner has this public address already." },
  partner_tags_tag_id_tags_id_fk: { addTags: "This tag is not there any more." },
};

/** Runs a write: two people at once may choose the same name, and the second one is told. */
async function orRefuse<Result>(write: PromiseLike<Result>): Promise<Result> {
  let fields: Readonly<Record<string, string>> | undefined;
  try {
    return await write;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    fields = MET[cause instanceof Error && "constraint_name" in cause ? String(cause.constraint_name) : ""];
    if (fields === undefined) throw error;
  }
  throw new Refusal("invalid", { fields });
}
