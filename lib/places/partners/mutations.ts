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
  const id = newId();
  const { name = "", ...columns } = columnsOf(write.texts);
  await orRefuse(tx.insert(partners).values({ id, name: name ?? "", ...columns, createdAt: now() }));
  await writeLinks(tx, id, write);
  return id;
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
  const { placeCode, line1, line2, city, postcode } = address;
  const [neighbourhoodId = ""] = await idsOf(tx, [placeCode], "addressPlace");
  const columns = { line1, line2: line2 || null, city: city || null, postcode, neighbourhoodId };
  await tx
    .insert(partnerAddresses)
    .values({ partnerId, ...columns })
    .onConflictDoUpdate({ target: partnerAddresses.partnerId, set: columns });
}

async function writeHours(tx: Transaction, partnerId: string, text: string): Promise<void> {
  const read = readOpeningHours(text);
  if (!("spells" in read)) throw new Refusal("invalid", { fields: { openingHours: read.fault } });
  await tx.delete(partnerOpeningHours).where(eq(partnerOpeningHours.partnerId, partnerId));
  if (read.spells.length > 0) {
    await tx.insert(partnerOpeningHours).values(read.spells.map((spell) => ({ partnerId, ...spell })));
  }
}

async function idsOf(tx: Transaction, codes: readonly string[], field: string): Promise<string[]> {
  const places = await tx
    .select({ id: neighbourhoods.id })
    .from(neighbourhoods)
    .where(inArray(neighbourhoods.code, [...codes]));
  if (places.length < codes.length) {
    throw new Refusal("invalid", { fields: { [field]: "This neighbourhood is not there any more." } });
  }
  return places.map(({ id }) => id);
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
