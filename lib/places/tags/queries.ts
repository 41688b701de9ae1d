import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { roleGrantNeighbourhoods, roleGrantPartnerships, roleGrants } from "@/db/schema/grants";
import { userDeactivations, users } from "@/db/schema/people";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import { knownGrant } from "@/lib/people/grants/queries";
import { decideMany } from "@/lib/permissions/decide";
import { inForce } from "@/lib/permissions/facts/attributes";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
import { scopeOf } from "@/lib/permissions/scope";
import { PARTNERS_PER_TAG, type TagKind } from "./constants";

/** Somebody who looks after a partnership. `places`: the names of what the role is held over. */
export type TagAdmin = { name: string; email: string; places: string[] };

/** A tag as its own page shows it. */
export type TagRecord = {
  id: string;
  externalId: string | null;
  kind: TagKind;
  name: string;
  description: string | null;
  /** Rises by one with every change of the tag itself. */
  version: number;
  /** When that was last, an instant in UTC as ISO 8601 writes it. */
  updatedAt: string;
  /** Partners in the actor's sight that carry it, and the first few of them by name. */
  partnerCount: number;
  partners: { id: string; externalId: string | null; name: string }[];
  /** Of a partnership: who looks after it with a complete role and an account in use, as far as the actor may know; the others are only counted. */
  admins: TagAdmin[];
  unseenAdmins: number;
};

/** What a tag's page says about what one may do to it, in the order shown. */
const ACTS = ["update", "delete", "view_history"] as const;

/** Why the actor sees a tag, and what else they may do to it. */
export type TagRemit = {
  view: readonly Reason[];
  acts: { act: (typeof ACTS)[number]; allowed: boolean; reasons: readonly Reason[] }[];
};

/**
 * How a select from `tags` ends that gives the one with this external id or UUID, or none where the actor may not see it.
 * An external id wins over a UUID that is written alike.
 */
export function whereTagInSight(actor: Actor, key: string): SQL {
  // PostgreSQL holds no zero byte in a text and would raise an error for it; no tag has the empty id.
  const named = key.includes("\u0000") ? "" : key;
  return sql`where ${byKey(tags.externalId, tags.id, [named])} and (${scopeOf(actor, "tag", "view")})
    order by (${tags.externalId} = ${named}) desc nulls last limit 1`;
}

/**
 * The tag with this external id or UUID, with the reasons behind what the actor may do; null where there is none that they
 * may see, which whoever may not see a tag cannot tell from none at all. Three statements.
 */
export async function getTag(actor: Actor, key: string): Promise<{ tag: TagRecord; remit: TagRemit } | null> {
  return readTransaction(async (tx) => {
    const tag = await readTag(tx, actor, key);
    return tag === null ? null : { tag, remit: await explainTag(tx, actor, tag.id) };
  });
}

async function readTag(tx: Transaction, actor: Actor, key: string): Promise<TagRecord | null> {
  const seen = scopeOf(actor, "partner", "view");
  const carrying = sql`from ${partners} where ${partners.tagIds} && array[tag.number] and (${seen})`;
  const [row] = await tx.execute<TagRecord>(sql`
    with tag as materialized (select ${tags.id}, ${tags.number}, ${tags.externalId}, ${tags.kind}, ${tags.name}, ${tags.description},
      ${tags.version}, ${tags.updatedAt} from ${tags} ${whereTagInSight(actor, key)})
    select tag.id as "id", tag.external_id as "externalId", tag.kind as "kind", tag.name as "name", tag.description as "description",
      tag.version as "version", ${instantColumn(sql`tag.updated_at`)} as "updatedAt",
      (select count(*)::int ${carrying}) as "partnerCount",
      (select coalesce(json_agg(first), '[]') from (
        select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name"
        ${carrying} order by lower(${partners.name}), ${partners.id} limit ${PARTNERS_PER_TAG}) first) as "partners",
      ${adminsColumn(actor)} as "admins",
      (select count(distinct ${users.id})::int from ${overTag()} and not ${namedTo(actor)}) as "unseenAdmins"
    from tag`);
  return row ?? null;
}

/** Who looks after `tag`: complete grants in force of accounts in use. */
function overTag(): SQL {
  return sql`${roleGrants} join ${users} on ${users.id} = ${roleGrants.userId} left join ${partners} on ${partners.id} = ${roleGrants.partnerId}
    where ${inForce()}
      and exists (select 1 from ${roleGrantPartnerships} where ${roleGrantPartnerships.grantId} = ${roleGrants.id} and ${roleGrantPartnerships.tagId} = tag.id)
      and exists (select 1 from ${roleGrantNeighbourhoods} where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id})
      and not exists (select 1 from ${userDeactivations} where ${userDeactivations.userId} = ${users.id} and ${userDeactivations.reactivatedAt} is null)`;
}

/** The condition that the actor may view the person and know this role of theirs, as on the person's own page. */
function namedTo(actor: Actor): SQL {
  return sql`((${scopeOf(actor, "user", "view")}) and (${knownGrant(actor)}))`;
}

function adminsColumn(actor: Actor): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('name', ${users.name}, 'email', ${users.email},
      'places', array(select ${neighbourhoods.name} from ${roleGrantNeighbourhoods}
        join ${neighbourhoods} on ${neighbourhoods.id} = ${roleGrantNeighbourhoods.neighbourhoodId}
        where ${roleGrantNeighbourhoods.grantId} = ${roleGrants.id} order by ${neighbourhoods.name}, ${neighbourhoods.id}))
      order by lower(${users.name}), ${roleGrants.id}), '[]')
    from ${overTag()} and ${namedTo(actor)})`;
}

async function explainTag(tx: Transaction, actor: Actor, id: string): Promise<TagRemit> {
  const resource = { type: "tag", id };
  const [view, ...answers] = await decideMany(
    tx,
    ["view", ...ACTS].map((action) => ({ actor, action, resource })),
  );
  return {
    view: view?.reasons ?? [],
    acts: ACTS.map((act, index) => {
      const { outcome, reasons } = answers[index] ?? { outcome: "deny", reasons: [] };
      return { act, allowed: outcome !== "deny", reasons };
    }),
  };
}
