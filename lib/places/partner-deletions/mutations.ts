import "server-only";
import { and, eq, getTableColumns, isNull, lt, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendars, eventHidings, events } from "@/db/schema/calendars";
import { roleGrants } from "@/db/schema/grants";
import { partnerImages } from "@/db/schema/images";
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
import type { ActionAudit } from "@/lib/permissions/action";
import { inForce } from "@/lib/permissions/facts/attributes";
import { DAYS_TO_RESTORE } from "@/lib/permissions/facts/deleted-partners";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type PartnerSnapshot, partnerSnapshotSchema } from "./schemas";

/**
 * Deletes a partner that the transaction has locked, with everything that hangs on it, and keeps the whole of it in
 * `partner_deletions`, so that it can be brought back. Gives what was kept: the caller puts it into the trail (ADR 0012).
 */
export async function deletePartner(
  tx: Transaction,
  { partnerId, deletedBy }: { partnerId: string; deletedBy: string },
): Promise<PartnerSnapshot> {
  // Parsed as it will be when it is read: what could not come back would only be found out when somebody needs it.
  const snapshot = partnerSnapshotSchema.parse(asJson(await takeSnapshot(tx, partnerId)));
  const { externalId, name } = snapshot.partner;
  await tx
    .insert(partnerDeletions)
    .values({ id: newId(), partnerId, externalId, name, snapshot, deletedBy, deletedAt: now() });
  await tx.delete(partners).where(eq(partners.id, partnerId));
  return snapshot;
}

/** Clears away what was kept of partners that can be brought back no more, brought back or not. */
export async function clearDeletions(tx: Transaction): Promise<void> {
  const before = new Date(now().getTime() - DAYS_TO_RESTORE * 24 * 60 * 60 * 1000);
  await tx.delete(partnerDeletions).where(lt(partnerDeletions.deletedAt, before));
}

/** What goes with a deleted partner and has a history of its own, for the trail: the roles of its admins, and its calendars. */
export function tracesOfGoing({ partner, admins, calendars: gone }: PartnerSnapshot): ActionAudit[] {
  const named = { partner: partner.id, partnerName: partner.name };
  return [
    ...admins.map(({ userId, endsOn }) => {
      const before = { role: "partner_admin", ...named, endsOn };
      return { action: "role.end", resourceType: "user", resourceId: userId, before };
    }),
    ...gone.map(({ id, name }) => {
      const before = { name, ...named };
      return { action: "calendar.delete", resourceType: "calendar", resourceId: id, before };
    }),
  ];
}

/** Instants as texts, as JSON has them. */
function asJson(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

async function takeSnapshot(tx: Transaction, partnerId: string) {
  // For update: whoever adds something to the partner at this moment holds its key, and has committed or waits from here
  // on, so that nothing goes with the partner that the snapshot does not have.
  const [partner] = await tx.select().from(partners).where(eq(partners.id, partnerId)).for("update");
  if (partner === undefined) throw new Error(`There is no partner ${partnerId} to delete.`);
  const [image = null] = await tx.select().from(partnerImages).where(eq(partnerImages.partnerId, partnerId));
  return {
    format: 2 as const,
    partner,
    ...(await placesOf(tx, partnerId)),
    tags: await tx
      .select({ id: tags.id, name: tags.name })
      .from(partnerTags)
      .innerJoin(tags, eq(tags.id, partnerTags.tagId))
      .where(eq(partnerTags.partnerId, partnerId)),
    openingHours: await tx.select().from(partnerOpeningHours).where(eq(partnerOpeningHours.partnerId, partnerId)),
    hidings: await tx
      .select()
      .from(partnerHidings)
      .where(eq(partnerHidings.partnerId, partnerId))
      .orderBy(partnerHidings.id),
    image,
    admins: await adminsOf(tx, partnerId),
    ...(await calendarsOf(tx, partnerId)),
  };
}

async function placesOf(tx: Transaction, partnerId: string) {
  const place = { id: neighbourhoods.id, name: neighbourhoods.name };
  const [address] = await tx
    .select({ row: partnerAddresses, place })
    .from(partnerAddresses)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, partnerAddresses.neighbourhoodId))
    .where(eq(partnerAddresses.partnerId, partnerId));
  const serviceAreas = await tx
    .select(place)
    .from(partnerServiceAreas)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, partnerServiceAreas.neighbourhoodId))
    .where(eq(partnerServiceAreas.partnerId, partnerId));
  return { address: address === undefined ? null : { ...address.row, place: address.place }, serviceAreas };
}

/** Roles that had ended are not kept: nobody would get them back. Locked, so that none is given or ended meanwhile. */
async function adminsOf(tx: Transaction, partnerId: string) {
  const { id, userId, grantedBy, grantedAt, endsOn } = roleGrants;
  return tx
    .select({ id, userId, name: users.name, grantedBy, grantedAt, endsOn })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(eq(roleGrants.partnerId, partnerId), inForce()))
    .orderBy(roleGrants.id)
    .for("update", { of: roleGrants });
}

async function calendarsOf(tx: Transaction, partnerId: string) {
  return {
    calendars: await tx
      .select({ ...getTableColumns(calendars), placeName: partners.name })
      .from(calendars)
      .leftJoin(partners, eq(partners.id, calendars.placeId))
      .where(eq(calendars.partnerId, partnerId))
      .orderBy(calendars.id)
      .for("update", { of: calendars }),
    hiddenEvents: await hiddenEventsOf(tx, partnerId),
    hosted: await tx
      .select({ id: calendars.id, name: calendars.name })
      .from(calendars)
      .where(and(eq(calendars.placeId, partnerId), ne(calendars.partnerId, partnerId)))
      .orderBy(calendars.id),
  };
}

/**
 * What moderators took off the public pages, by what an import knows it again. The calendars are locked, which holds up
 * imports; the events are locked here, so that whoever hides one at this moment has done so or finds it gone.
 */
async function hiddenEventsOf(tx: Transaction, partnerId: string) {
  await tx.execute(sql`
    select count(*) from (select 1 from ${events} inner join ${calendars} on ${calendars.id} = ${events.calendarId}
      where ${calendars.partnerId} = ${partnerId}::uuid for update of ${events}) locked`);
  const { id, calendarId, uid, recurrenceId, title, startsAt, endsAt, allDay, timeZone, createdAt } = events;
  const { id: hidingId, reason, hiddenBy, hiddenAt } = eventHidings;
  return tx
    .select({
      ...{ id, calendarId, uid, recurrenceId, title, startsAt, endsAt, allDay, timeZone, createdAt },
      hiding: { id: hidingId, reason, hiddenBy, hiddenAt },
    })
    .from(eventHidings)
    .innerJoin(events, eq(events.id, eventHidings.eventId))
    .innerJoin(calendars, eq(calendars.id, events.calendarId))
    .where(and(eq(calendars.partnerId, partnerId), isNull(eventHidings.unhiddenAt)))
    .orderBy(events.id);
}
