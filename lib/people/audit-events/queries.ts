import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { users } from "@/db/schema/people";
import { neighbourhoods, partners } from "@/db/schema/places";
import { auditEvents } from "@/db/schema/platform";
import { knowsAllRoles } from "@/lib/people/grants/queries";
import type { ResourceType } from "@/lib/permissions/catalogue";
import { portalId } from "@/lib/permissions/catalogue";
import { type Ask, type Decision, decide } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { isUuid } from "@/lib/platform/ids";
import { EVENTS_PER_PAGE } from "./constants";

/** An event as it is listed. */
export type AuditListItem = {
  id: string;
  /** The instant, ISO in UTC. */
  at: string;
  /** Who did it; null for a person whom the actor may not view. */
  actorLabel: string | null;
  action: string;
  resourceType: string;
  resourceId: string;
  /** Whether there is still such a record, of those that have pages: a partner, a neighbourhood or a person. */
  isThere: boolean;
  /** The names of the fields that changed, never their values: a trail may speak of columns that not every reader may see. */
  changed: string[];
  reason: string | null;
};

/** Events from the newest on; `next` is the cursor of the page with older ones, null at the end. */
export type AuditPage = { events: AuditListItem[]; next: string | null };

/** What was decided about the reading, and the events where it was allowed. */
export type AuditReading = { decision: Decision; page: AuditPage | null };

/** The whole trail, newest first, for those who may view it. */
export async function listAuditEvents(actor: Actor, cursor: string | null): Promise<AuditReading> {
  const ask = { actor, action: "view_audit", resource: { type: "system", id: portalId } };
  return readTransaction((tx) => readAllowed(tx, ask, sql`true`, cursor));
}

/**
 * What happened to one record, newest first, for those who may view its history. The trail may speak of it by its UUID or
 * by its external id. Of a person it tells no more than their page: signing in only to whoever may see their sessions, and
 * of their roles, those that ended too, only the ones that the actor may know. Source: docs/adr/0013.
 */
export async function listHistory(
  actor: Actor,
  { type, id, externalId }: { type: ResourceType; id: string; externalId: string | null },
  cursor: string | null,
): Promise<AuditReading> {
  const ask = { actor, action: "view_history", resource: { type, id } };
  const about = sql`${auditEvents.resourceType} = ${type} and ${auditEvents.resourceId} in (${id}, ${externalId ?? id})`;
  const told = type === "user" ? sql`${about} and ${toldOfPerson(actor, id)}` : about;
  return readTransaction((tx) => readAllowed(tx, ask, told, cursor));
}

/** The condition that an event about this person speaks of nothing that the person's page hides from the actor. */
function toldOfPerson(actor: Actor, userId: string): SQL {
  const sessionsSeen = sql`exists (select 1 from ${users} where ${users.id} = ${userId}::uuid and (${scopeOf(actor, "user", "view_sessions")}))`;
  const partner = sql`(coalesce(${auditEvents.after}, ${auditEvents.before}) ->> 'partner')::uuid`;
  const roleKnown = knowsAllRoles(actor, userId)
    ? sql`true`
    : sql`exists (select 1 from ${partners} where ${partners.id} = ${partner} and (${scopeOf(actor, "partner", "view")}))`;
  return sql`(case split_part(${auditEvents.action}, '.', 1) when 'session' then ${sessionsSeen} when 'role' then ${roleKnown} else true end)`;
}

async function readAllowed(
  tx: Transaction,
  ask: Ask & { actor: Actor },
  about: SQL,
  cursor: string | null,
): Promise<AuditReading> {
  const decision = await decide(tx, ask);
  return { decision, page: decision.outcome === "allow" ? await readEvents(tx, ask.actor, about, cursor) : null };
}

async function readEvents(tx: Transaction, actor: Actor, about: SQL, cursor: string | null): Promise<AuditPage> {
  const older = cursor !== null && isUuid(cursor) ? sql`${auditEvents.id} < ${cursor}::uuid` : sql`true`;
  const found = await tx.execute<AuditListItem>(sql`
    select ${auditEvents.id} as "id",
      to_char(${auditEvents.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "at",
      case when ${auditEvents.actorId} is null
          or exists (select 1 from ${users} where ${users.id} = ${auditEvents.actorId} and (${scopeOf(actor, "user", "view")}))
        then ${auditEvents.actorLabel} end as "actorLabel",
      ${auditEvents.action} as "action", ${auditEvents.resourceType} as "resourceType", ${auditEvents.resourceId} as "resourceId",
      ${isThere()} as "isThere",
      ${changedFields()} as "changed", ${auditEvents.reason} as "reason"
    from ${auditEvents}
    where ${about} and ${older}
    order by ${auditEvents.id} desc
    limit ${EVENTS_PER_PAGE + 1}`);
  const events = found.slice(0, EVENTS_PER_PAGE);
  return { events, next: found.length > EVENTS_PER_PAGE ? (events.at(-1)?.id ?? null) : null };
}

/** The trail speaks of a record by its UUID or by its own key, and goes on to do so when it is gone. */
function isThere(): SQL {
  const key = sql`${auditEvents.resourceId}`;
  const id = sql`case when ${key} ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${key}::uuid end`;
  return sql`case ${auditEvents.resourceType}
    when 'partner' then exists (select 1 from ${partners} where ${partners.id} = ${id} or ${partners.externalId} = ${key})
    when 'neighbourhood' then exists (select 1 from ${neighbourhoods} where ${neighbourhoods.id} = ${id} or ${neighbourhoods.code} = ${key})
    when 'user' then exists (select 1 from ${users} where ${users.id} = ${id} or ${users.email} = ${key})
    else false end`;
}

function changedFields(): SQL {
  const keysOf = (column: SQL) =>
    sql`jsonb_object_keys(case when jsonb_typeof(${column}) = 'object' then ${column} else '{}' end)`;
  const before = sql`${auditEvents.before}`;
  const after = sql`${auditEvents.after}`;
  return sql`array(
    select field from (select ${keysOf(before)} as field union select ${keysOf(after)}) fields
    where (${before} -> field) is distinct from (${after} -> field)
    order by field)`;
}
