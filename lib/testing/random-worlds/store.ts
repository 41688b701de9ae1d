import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { APPLICATION_ROLE, type Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import type { TreePlace } from "./tree";
import type { WorldShape } from "./world-shape";

/** The UUIDs that stored records were given, by the names that the worlds use for them. */
export type StoredIds = ReadonlyMap<string, string>;

/**
 * Puts a batch of worlds over one tree into the database, each table in one statement whatever the number of worlds.
 * Not through the world loader: what is proven with these worlds should not rest on it.
 */
export async function storeWorlds(
  tx: Transaction,
  tree: readonly TreePlace[],
  worlds: readonly WorldShape[],
): Promise<StoredIds> {
  const ids = new Map<string, string>();
  const named = (name: string): string => {
    const id = ids.get(name) ?? newId();
    ids.set(name, id);
    return id;
  };
  for (const place of tree) {
    // One by one, because a place's path is worked out from its parent's.
    await tx.execute(sql`insert into neighbourhoods (id, code, name, unit, parent_id) values (${named(place.code)}, ${place.code},
      ${place.name}, ${place.unit}, ${place.parent === null ? null : named(place.parent)})`);
  }
  await storePeople(tx, worlds, named);
  await storePartners(tx, worlds, named);
  await storeRoles(tx, worlds, named);
  if (worlds.length > 1) {
    await measure(tx);
  }
  return ids;
}

// Without statistics the planner takes tables that were just filled for empty ones. Only the owner may gather them.
async function measure(tx: Transaction) {
  await tx.execute(sql`set local role none`);
  await tx.execute(sql`analyze`);
  await tx.execute(sql`select set_config('role', ${APPLICATION_ROLE}, true)`);
}

async function storePeople(tx: Transaction, worlds: readonly WorldShape[], named: (name: string) => string) {
  const users = worlds.flatMap((world) => world.users).map((user) => ({ ...user, id: named(user.email) }));
  await tx.execute(
    sql`insert into users (id, email, name) select id, email, name from ${rows(users)} as r(id uuid, email text, name text)`,
  );
  const gone = users.filter(({ deactivated }) => deactivated).map(({ id }) => ({ id: newId(), userId: id }));
  await tx.execute(sql`insert into user_deactivations (id, user_id, deactivated_at)
    select id, "userId", now() from ${rows(gone)} as r(id uuid, "userId" uuid)`);
}

async function storePartners(tx: Transaction, worlds: readonly WorldShape[], named: (name: string) => string) {
  const tags = worlds.flatMap((world) => world.tags).map((tag) => ({ ...tag, externalId: tag.id, id: named(tag.id) }));
  await tx.execute(sql`insert into tags (id, external_id, kind, name)
    select id, "externalId", kind, name from ${rows(tags)} as r(id uuid, "externalId" text, kind text, name text)`);
  const partners = worlds.flatMap((world) => world.partners);
  const heads = partners.map(({ id, name }) => ({ id: named(id), externalId: id, name }));
  await tx.execute(sql`insert into partners (id, external_id, name)
    select id, "externalId", name from ${rows(heads)} as r(id uuid, "externalId" text, name text)`);
  const addresses = partners.flatMap(({ id, address }) =>
    address === null ? [] : [{ partner: named(id), place: named(address.neighbourhood) }],
  );
  await tx.execute(sql`insert into partner_addresses (partner_id, line1, postcode, neighbourhood_id)
    select partner, '1 High Street', 'M15 5DD', place from ${rows(addresses)} as r(partner uuid, place uuid)`);
  const areas = partners.flatMap(({ id, serviceAreas }) =>
    serviceAreas.map((code) => ({ partner: named(id), place: named(code) })),
  );
  await tx.execute(sql`insert into partner_service_areas (partner_id, neighbourhood_id)
    select partner, place from ${rows(areas)} as r(partner uuid, place uuid)`);
  const carried = partners.flatMap(({ id, tags: own }) => own.map((tag) => ({ partner: named(id), tag: named(tag) })));
  await tx.execute(
    sql`insert into partner_tags (partner_id, tag_id) select partner, tag from ${rows(carried)} as r(partner uuid, tag uuid)`,
  );
  const hidden = partners.filter((partner) => partner.hidden).map(({ id }) => ({ id: newId(), partner: named(id) }));
  await tx.execute(sql`insert into partner_hidings (id, partner_id, reason, hidden_at)
    select id, partner, 'Closed for repairs', now() from ${rows(hidden)} as r(id uuid, partner uuid)`);
}

async function storeRoles(tx: Transaction, worlds: readonly WorldShape[], named: (name: string) => string) {
  const held = worlds.flatMap((world) => world.roles).map((role) => ({ ...role, id: newId() }));
  const grants = held.map(({ id, user, role, partner, endsOn }) => ({
    id,
    user: named(user),
    role,
    partner: partner === undefined ? null : named(partner),
    endsOn: endsOn ?? null,
  }));
  await tx.execute(sql`insert into role_grants (id, user_id, role, partner_id, granted_at, ends_on)
    select id, "user", role, partner, now(), "endsOn"
    from ${rows(grants)} as r(id uuid, "user" uuid, role text, partner uuid, "endsOn" date)`);
  const places = held.flatMap(({ id, neighbourhoods }) =>
    (neighbourhoods ?? []).map((code) => ({ id, over: named(code) })),
  );
  await tx.execute(sql`insert into role_grant_neighbourhoods (grant_id, neighbourhood_id)
    select id, "over" from ${rows(places)} as r(id uuid, "over" uuid)`);
  const partnerships = held.flatMap((role) =>
    (role.partnerships ?? []).map((tag) => ({ id: role.id, over: named(tag) })),
  );
  await tx.execute(sql`insert into role_grant_partnerships (grant_id, tag_id)
    select id, "over" from ${rows(partnerships)} as r(id uuid, "over" uuid)`);
}

function rows(list: readonly object[]): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb)`;
}
