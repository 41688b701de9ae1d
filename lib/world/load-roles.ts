import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { recordGrantChanges } from "./audit-grants";
import { chunked, type ListCounts, type Report, recordset, uuidArray } from "./bulk";
import { type Entries, normalEmail, present } from "./parse";
import type { ResolvedWorld } from "./resolve";
import type { RoleEntry } from "./schema";

/** A grant by what tells it apart and what it is held over, as ids. Sets are sorted lists without repeats. */
type Grant = Readonly<{
  id: string;
  userId: string;
  role: RoleEntry["role"];
  partnerId: string | null;
  endsOn: string | null;
  neighbourhoods: readonly string[];
  partnerships: readonly string[];
}>;

/**
 * Writes the grants of a file: new ones, other last days, and the neighbourhoods that a person's one neighbourhood
 * grant is held over. A grant that was ended is given anew; grants that the file does not name stay. Each one written is logged.
 */
export async function writeRoles(
  tx: Transaction,
  entries: Entries<RoleEntry>,
  resolved: ResolvedWorld,
  actorLabel: string,
  report: Report,
): Promise<ListCounts> {
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (const wanted of chunked(byUser(mergeEntries(entries, resolved)))) {
    const stored = await storedGrants(tx, wanted);
    const fresh = wanted.filter((grant) => !stored.has(keyOf(grant)));
    const changes = wanted.flatMap((grant) => {
      const before = stored.get(keyOf(grant));
      return before !== undefined && differs(before, grant) ? [{ before, after: { ...grant, id: before.id } }] : [];
    });
    await insertGrants(tx, fresh);
    await updateGrants(
      tx,
      changes.map(({ after }) => after),
    );
    await recordGrantChanges(tx, actorLabel, [
      ...fresh.map((after) => ({ userId: after.userId, before: null, after })),
      ...changes.map((change) => ({ userId: change.after.userId, ...change })),
    ]);
    counts.created += fresh.length;
    counts.changed += changes.length;
    counts.unchanged += wanted.length - fresh.length - changes.length;
    report(wanted.length);
  }
  return counts;
}

/** One grant for each key; a person's neighbourhood entries become one grant over all their places. */
function mergeEntries(entries: Entries<RoleEntry>, resolved: ResolvedWorld): Grant[] {
  const grants = new Map<string, Grant>();
  for (const [, entry] of present(entries)) {
    const grant = grantOf(entry, resolved);
    const key = keyOf(grant);
    const before = grants.get(key);
    const neighbourhoods = sortedOnce([...(before?.neighbourhoods ?? []), ...grant.neighbourhoods]);
    grants.set(key, { ...grant, neighbourhoods });
  }
  return [...grants.values()];
}

/** All grants of a person lie together, so that a chunk seldom splits them; the order decides nothing else. */
function byUser(grants: readonly Grant[]): Grant[] {
  return [...grants].sort((a, b) => (a.userId < b.userId ? -1 : a.userId > b.userId ? 1 : 0));
}

function grantOf(entry: RoleEntry, { users, partners, tags, plan }: ResolvedWorld): Grant {
  return {
    id: newId(),
    userId: found(users.get(normalEmail(entry.user))?.id, entry.user),
    role: entry.role,
    partnerId: entry.role === "partner_admin" ? found(partners.get(entry.partner)?.id, entry.partner) : null,
    endsOn: entry.endsOn ?? null,
    neighbourhoods:
      "neighbourhoods" in entry ? sortedOnce(entry.neighbourhoods.map((code) => found(plan?.ids.get(code), code))) : [],
    partnerships:
      "partnerships" in entry ? sortedOnce(entry.partnerships.map((key) => found(tags.get(key)?.id, key))) : [],
  };
}

/** The reference pass has found every key; a missing one is a fault of ours, not of the file. */
function found(id: string | undefined, key: string): string {
  if (id === undefined) throw new Error(`The load lost sight of ${key}`);
  return id;
}

function keyOf({ userId, role, partnerId, neighbourhoods, partnerships }: Omit<Grant, "id">): string {
  const parts = [userId, role];
  if (partnerId !== null) parts.push(partnerId);
  if (role === "partnership_admin") parts.push(neighbourhoods.join(" "), partnerships.join(" "));
  return parts.join("\n");
}

function differs(before: Grant, after: Grant): boolean {
  return before.endsOn !== after.endsOn || before.neighbourhoods.join() !== after.neighbourhoods.join();
}

async function storedGrants(tx: Transaction, wanted: readonly Grant[]): Promise<Map<string, Grant>> {
  const rows = await tx.execute<Grant>(sql`
    select g.id, g.user_id as "userId", g.role, g.partner_id as "partnerId", g.ends_on::text as "endsOn",
           coalesce((select json_agg(n.neighbourhood_id) from role_grant_neighbourhoods n where n.grant_id = g.id), '[]') as neighbourhoods,
           coalesce((select json_agg(t.tag_id) from role_grant_partnerships t where t.grant_id = g.id), '[]') as partnerships
      from role_grants g
     where g.ended_at is null and g.user_id = any(${uuidArray([...new Set(wanted.map((grant) => grant.userId))])})
     order by g.id desc`);
  const grants = rows.map((row) => ({
    ...row,
    neighbourhoods: sortedOnce(row.neighbourhoods),
    partnerships: sortedOnce(row.partnerships),
  }));
  return new Map(grants.map((grant) => [keyOf(grant), grant]));
}

async function insertGrants(tx: Transaction, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  const columns = `id uuid, "userId" uuid, role text, "partnerId" uuid, "endsOn" date`;
  await tx.execute(sql`
    insert into role_grants (id, user_id, role, partner_id, granted_at, ends_on)
    select r.id, r."userId", r.role, r."partnerId", now(), r."endsOn" from ${recordset(grants, columns)}`);
  await insertNeighbourhoods(tx, grants);
  const partnerships = grants.flatMap(({ id, partnerships }) => partnerships.map((tagId) => ({ id, tagId })));
  if (partnerships.length === 0) return;
  await tx.execute(sql`
    insert into role_grant_partnerships (grant_id, tag_id)
    select r.id, r."tagId" from ${recordset(partnerships, `id uuid, "tagId" uuid`)}`);
}

async function insertNeighbourhoods(tx: Transaction, grants: readonly Grant[]): Promise<void> {
  const places = grants.flatMap(({ id, neighbourhoods }) => neighbourhoods.map((placeId) => ({ id, placeId })));
  if (places.length === 0) return;
  await tx.execute(sql`
    insert into role_grant_neighbourhoods (grant_id, neighbourhood_id)
    select r.id, r."placeId" from ${recordset(places, `id uuid, "placeId" uuid`)} on conflict do nothing`);
}

async function updateGrants(tx: Transaction, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  const rows = grants.map(({ id, endsOn }) => ({ id, endsOn }));
  await tx.execute(sql`
    update role_grants g set ends_on = r."endsOn" from ${recordset(rows, `id uuid, "endsOn" date`)}
     where g.id = r.id and g.ends_on is distinct from r."endsOn"`);
  const areas = grants.filter((grant) => grant.role === "neighbourhood_admin");
  const places = areas.flatMap(({ id, neighbourhoods }) => neighbourhoods.map((placeId) => ({ id, placeId })));
  await tx.execute(sql`
    delete from role_grant_neighbourhoods n
     where n.grant_id = any(${uuidArray(areas.map((grant) => grant.id))})
       and not exists (select 1 from ${recordset(places, `id uuid, "placeId" uuid`)}
                        where r.id = n.grant_id and r."placeId" = n.neighbourhood_id)`);
  await insertNeighbourhoods(tx, areas);
}

function sortedOnce(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
