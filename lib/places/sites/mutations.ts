import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { siteNeighbourhoods, sitePartnerships, sites } from "@/db/schema/sites";
import { inForce } from "@/lib/permissions/facts/attributes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { SiteTextField } from "./constants";

/** What is written of a site, proven and tidied: texts that change (a blank one is cleared), and UUIDs of what comes and goes. */
export type SiteWrite = Readonly<{
  texts: Readonly<Partial<Record<SiteTextField, string>>>;
  addPlaces: readonly string[];
  removePlaces: readonly string[];
  addTags: readonly string[];
  removeTags: readonly string[];
}>;

/**
 * Lets one change at a time decide which site has which public address or domain, until the transaction ends: two that
 * took the same one would otherwise both be told that it is free.
 */
export async function lockSiteAddresses(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('remit.sites'))`);
}

/** Makes a site that is not published yet, and gives its id. The transaction holds the lock on addresses. */
export async function insertSite(tx: Transaction, { texts, addPlaces, addTags }: SiteWrite): Promise<string> {
  const { name, slug } = texts;
  if (name === undefined || slug === undefined) throw new Error("A site needs a name and a public address.");
  const id = newId();
  await tx.insert(sites).values({ id, ...columnsOf(texts), name, slug, createdAt: now(), updatedAt: now() });
  await link(tx, id, addPlaces, addTags);
  return id;
}

/** Writes what changes of a site that the transaction has locked, and raises its version by one. */
export async function updateSite(tx: Transaction, id: string, write: SiteWrite): Promise<void> {
  const kept = { version: sql`${sites.version} + 1`, updatedAt: sql`now()` };
  await tx
    .update(sites)
    .set({ ...columnsOf(write.texts), ...kept })
    .where(eq(sites.id, id));
  if (write.removePlaces.length > 0) {
    await tx
      .delete(siteNeighbourhoods)
      .where(
        and(eq(siteNeighbourhoods.siteId, id), inArray(siteNeighbourhoods.neighbourhoodId, [...write.removePlaces])),
      );
  }
  if (write.removeTags.length > 0) {
    await tx
      .delete(sitePartnerships)
      .where(and(eq(sitePartnerships.siteId, id), inArray(sitePartnerships.tagId, [...write.removeTags])));
  }
  await link(tx, id, write.addPlaces, write.addTags);
}

/** Somebody whose role as a site admin ended with the site. */
export type EndedSiteAdmin = Readonly<{ userId: string; name: string; endsOn: string | null }>;

/** Deletes a site that the transaction has locked, with everything that hangs on it. Gives whose roles ended with it. */
export async function deleteSite(tx: Transaction, id: string): Promise<readonly EndedSiteAdmin[]> {
  const admins = await tx
    .select({ userId: roleGrants.userId, name: users.name, endsOn: roleGrants.endsOn })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(eq(roleGrants.siteId, id), inForce()))
    .orderBy(roleGrants.id)
    .for("update", { of: roleGrants });
  const deleted = await tx.delete(sites).where(eq(sites.id, id)).returning({ id: sites.id });
  if (deleted.length === 0) throw new Error(`There is no site ${id} to delete.`);
  return admins;
}

/** Name and public address are always there; any other blank text is none. */
function columnsOf(texts: SiteWrite["texts"]) {
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text === "" ? null : text]));
}

async function link(tx: Transaction, siteId: string, places: readonly string[], tagIds: readonly string[]) {
  if (places.length > 0) {
    await tx
      .insert(siteNeighbourhoods)
      .values(places.map((neighbourhoodId) => ({ siteId, neighbourhoodId })))
      .onConflictDoNothing();
  }
  if (tagIds.length > 0) {
    await tx
      .insert(sitePartnerships)
      .values(tagIds.map((tagId) => ({ siteId, tagId })))
      .onConflictDoNothing();
  }
}
