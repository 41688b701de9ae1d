import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { images, partnerImages } from "@/db/schema/images";
import { users } from "@/db/schema/people";
import {
  neighbourhoods,
  partnerAddresses,
  partnerDeletions,
  partnerHidings,
  partnerOpeningHours,
  partnerServiceAreas,
  partners,
  partnerTags,
  tags,
} from "@/db/schema/places";
import {
  insertCalendars,
  insertHiddenEvents,
  restorePlaceOfOthers,
} from "@/lib/places/calendar-restorations/mutations";
import type { PartnerSnapshot } from "@/lib/places/partner-deletions/schemas";
import { now, today } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import type { RestorationTrace } from "./schemas";

/**
 * Brings a deleted partner back under its own id, with all that still exists: places, tags, hours, hidings, picture, the
 * roles of its admins and its calendars, whose events an import brings; those that were hidden stay hidden. Gives what
 * came back and what did not.
 * @param deletion the deletion, which the transaction has locked and found open.
 * @throws Refusal where its name, public address or external id is another's by now, or none of its places is left.
 */
export async function restorePartner(
  tx: Transaction,
  deletion: { id: string; snapshot: PartnerSnapshot },
  restoredBy: string,
): Promise<RestorationTrace> {
  const { snapshot } = deletion;
  const there = await findWhatIsThere(tx, snapshot);
  const leftOut: string[] = [];
  await insertRow(tx, snapshot);
  await insertPlaces(tx, snapshot, there, leftOut);
  await insertParts(tx, snapshot, there, leftOut);
  const admins = await insertGrants(tx, snapshot, there, leftOut);
  const restored = await insertCalendars(tx, snapshot, there.partners, leftOut);
  await insertHiddenEvents(tx, snapshot, there.people, restored);
  const hosted = await restorePlaceOfOthers(tx, snapshot);
  const set = { restoredBy, restoredAt: now() };
  await tx.update(partnerDeletions).set(set).where(eq(partnerDeletions.id, deletion.id));
  return { name: snapshot.partner.name, admins, calendars: restored, hosted, leftOut };
}

/** Which records that the snapshot names still exist, by UUID; they cannot go before the transaction ends. */
type There = Readonly<Record<"places" | "tags" | "people" | "images" | "partners", ReadonlySet<string>>>;

async function findWhatIsThere(tx: Transaction, snapshot: PartnerSnapshot): Promise<There> {
  const { address, serviceAreas, image, admins, hidings, hiddenEvents } = snapshot;
  const places = [...serviceAreas, ...(address === null ? [] : [address.place])].map(({ id }) => id);
  const people = [
    ...admins.flatMap(({ userId, grantedBy }) => [userId, grantedBy]),
    ...hidings.flatMap(({ hiddenBy, unhiddenBy }) => [hiddenBy, unhiddenBy]),
    ...hiddenEvents.map(({ hiding }) => hiding.hiddenBy),
  ];
  const found = async (
    table: typeof neighbourhoods | typeof tags | typeof users | typeof images | typeof partners,
    ids: readonly (string | null)[],
  ): Promise<ReadonlySet<string>> => {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Set();
    const rows = await tx
      .select({ id: table.id })
      .from(table)
      .where(inArray(table.id, wanted))
      .orderBy(table.id)
      .for("key share");
    return new Set(rows.map(({ id }) => id));
  };
  return {
    places: await found(neighbourhoods, places),
    tags: await found(
      tags,
      snapshot.tags.map(({ id }) => id),
    ),
    people: await found(users, people),
    images: await found(images, [image?.imageId ?? null]),
    partners: await found(
      partners,
      snapshot.calendars.map(({ placeId }) => placeId),
    ),
  };
}

/** What stands in the way of bringing a partner back, by the constraint that says so. */
const IN_THE_WAY: Readonly<Record<string, string>> = {
  partners_name_unique:
    "Another partner has its name by now. Give that one another name, then bring this one back; capital letters make no difference.",
  partners_slug_unique:
    "Another partner has its public address by now. Change that one's public address, then bring this one back.",
  partners_external_id_unique: "Another partner has its external id by now, so this one cannot come back beside it.",
  partners_pkey: "This partner is back already.",
};

/** One version later than it was deleted in, so that no form which was open then takes the restored one for what it showed. */
async function insertRow(tx: Transaction, { partner }: PartnerSnapshot): Promise<void> {
  let message: string | undefined;
  try {
    const { version, createdAt, ...columns } = partner;
    await tx.insert(partners).values({ ...columns, version: version + 1, createdAt: new Date(createdAt) });
    return;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    message = IN_THE_WAY[cause instanceof Error && "constraint_name" in cause ? String(cause.constraint_name) : ""];
    if (message === undefined) throw error;
  }
  throw new Refusal("conflict", { message });
}

async function insertPlaces(
  tx: Transaction,
  { partner, address, serviceAreas }: PartnerSnapshot,
  { places }: There,
  leftOut: string[],
): Promise<void> {
  const partnerId = partner.id;
  const areas = serviceAreas.filter(({ id }) => places.has(id));
  const at = address !== null && places.has(address.place.id) ? address : null;
  if (areas.length === 0 && at === null) {
    const message = "None of its places is left in the tree of neighbourhoods, and a partner has to be somewhere.";
    throw new Refusal("conflict", { message });
  }
  if (at !== null) {
    const { place, ...lines } = at;
    await tx.insert(partnerAddresses).values({ ...lines, partnerId, neighbourhoodId: place.id });
  } else if (address !== null) {
    leftOut.push(`its address, because ${address.place.name} is gone`);
  }
  if (areas.length > 0) {
    await tx.insert(partnerServiceAreas).values(areas.map(({ id }) => ({ partnerId, neighbourhoodId: id })));
  }
  for (const area of serviceAreas.filter(({ id }) => !places.has(id))) {
    leftOut.push(`the service area ${area.name}, which is gone`);
  }
}

/** Tags, hours, hidings and picture. Who hid and showed it is forgotten where that account is gone. */
async function insertParts(tx: Transaction, snapshot: PartnerSnapshot, there: There, leftOut: string[]): Promise<void> {
  const partnerId = snapshot.partner.id;
  const carried = snapshot.tags.filter(({ id }) => there.tags.has(id));
  if (carried.length > 0) await tx.insert(partnerTags).values(carried.map(({ id }) => ({ partnerId, tagId: id })));
  for (const tag of snapshot.tags.filter(({ id }) => !there.tags.has(id))) {
    leftOut.push(`the tag ${tag.name}, which is gone`);
  }
  if (snapshot.openingHours.length > 0) {
    await tx.insert(partnerOpeningHours).values(snapshot.openingHours.map((spell) => ({ ...spell, partnerId })));
  }
  const known = (id: string | null) => (id !== null && there.people.has(id) ? id : null);
  if (snapshot.hidings.length > 0) {
    await tx.insert(partnerHidings).values(
      snapshot.hidings.map(({ hiddenBy, hiddenAt, unhiddenBy, unhiddenAt, ...hiding }) => ({
        ...hiding,
        partnerId,
        hiddenBy: known(hiddenBy),
        hiddenAt: new Date(hiddenAt),
        unhiddenBy: known(unhiddenBy),
        unhiddenAt: unhiddenAt === null ? null : new Date(unhiddenAt),
      })),
    );
  }
  if (snapshot.image === null) return;
  if (there.images.has(snapshot.image.imageId)) await tx.insert(partnerImages).values({ ...snapshot.image, partnerId });
  else leftOut.push("its picture, which is gone");
}

/** The roles of people who still exist, whether their accounts are in use or not. Nobody is mailed: the trail says it. */
async function insertGrants(
  tx: Transaction,
  { partner, admins }: PartnerSnapshot,
  { people }: There,
  leftOut: string[],
): Promise<RestorationTrace["admins"]> {
  const isOver = (endsOn: string | null) => endsOn !== null && endsOn < today();
  const back = admins.filter(({ userId, endsOn }) => people.has(userId) && !isOver(endsOn));
  if (back.length > 0) {
    await tx.insert(roleGrants).values(
      back.map(({ id, userId, grantedBy, grantedAt, endsOn }) => ({
        id,
        userId,
        role: "partner_admin" as const,
        partnerId: partner.id,
        grantedBy: grantedBy !== null && people.has(grantedBy) ? grantedBy : null,
        grantedAt: new Date(grantedAt),
        endsOn,
      })),
    );
  }
  for (const { name } of admins.filter(({ userId }) => !people.has(userId))) {
    leftOut.push(`the role of ${name}, whose account is gone`);
  }
  for (const { name } of admins.filter(({ userId, endsOn }) => people.has(userId) && isOver(endsOn))) {
    leftOut.push(`the role of ${name}, whose last day is over`);
  }
  return back.map(({ userId, name }) => ({ id: userId, name }));
}
