import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { users } from "@/db/schema/people";
import { neighbourhoods, partners } from "@/db/schema/places";
import { auditEvents } from "@/db/schema/platform";
import { knowsAllRoles } from "@/lib/people/grants/queries";
import { portalId } from "@/lib/permissions/catalogue";
import { decide } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
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
  /** What the record is called now, or was when the event deleted it; null for others that are gone or have no name. */
  recordName: string | null;
  /** Whether there is still such a record, of those that have pages: a partner, a neighbourhood or a person. */
  isThere: boolean;
  /** The role that was given, changed or ended; null for other events. */
  role: TracedRole | null;
  /** The names of the fields that changed, never their values: a trail may speak of columns that not every reader may see. */
  changed: string[];
  reason: string | null;
};

/**
 * A role as the event itself wrote it down, nothing looked up. `person`: the event is about a person, and names the role
 * and what it was over; a world file writes no names of places. `partner`: it is about a partner, and names the admin whom
 * the actor may view, null for others.
 */
export type TracedRole =
  | { about: "person"; role: string | null; places: string[]; partnerships: string[]; partner: string | null }
  | { about: "partner"; admin: string | null };

/** Events from the newest on; `next` is the cursor of the page with older ones, null at the end. */
export type AuditPage = { events: AuditListItem[]; next: string | null };

/** The events, or why the actor may not read them: one of the two is null. */
export type AuditReading = { page: AuditPage; refusal: null } | { page: null; refusal: readonly Reason[] };

/** The records that have a history of their own, where they lie. */
const HISTORIES = { partner: partners, neighbourhood: neighbourhoods, user: users } as const;

/** The whole trail, newest first, for those who may view it. */
export async function listAuditEvents(actor: Actor, cursor: string | null): Promise<AuditReading> {
  const ask = { actor, action: "view_audit", resource: { type: "system", id: portalId } };
  return readTransaction(async (tx) => {
    const { outcome, reasons } = await decide(tx, ask);
    return outcome === "allow" ? allowed(await readEvents(tx, actor, sql`true`, cursor)) : refused(reasons);
  });
}

/**
 * What happened to one record, newest first, for those who may view its history. The trail may speak of it by its UUID or
 * by its external id. Looking an address up changed nothing, and is in the whole trail only. Of a person it tells no more
 * than their page: signing in only to whoever may see their sessions, and of their roles, those that ended too, only the
 * ones that the actor may know. Source: docs/adr/0013. Two statements; a refusal takes what its reasons need.
 */
export async function listHistory(
  actor: Actor,
  { type, id, externalId }: { type: keyof typeof HISTORIES; id: string; externalId: string | null },
  cursor: string | null,
): Promise<AuditReading> {
  const about = sql`${auditEvents.resourceType} = ${type} and ${auditEvents.resourceId} in (${id}, ${externalId ?? id})
    and ${auditEvents.action} <> 'user.look_up'`;
  const told = type === "user" ? sql`${about} and ${toldOfPerson(actor, id)}` : about;
  return readTransaction(async (tx) => {
    const record = HISTORIES[type];
    const [answer] = await tx.execute<{ may: boolean }>(sql`select exists (select 1 from ${record}
      where ${record.id} = ${id}::uuid and (${scopeOf(actor, type, "view_history")})) as "may"`);
    if (answer?.may === true) return allowed(await readEvents(tx, actor, told, cursor));
    return refused((await decide(tx, { actor, action: "view_history", resource: { type, id } })).reasons);
  });
}

/** What the event left, or what it ended. */
const traced = sql`coalesce(${auditEvents.after}, ${auditEvents.before})`;

/** The condition that an event about this person speaks of nothing that the person's page hides from the actor. */
function toldOfPerson(actor: Actor, userId: string): SQL {
  const sessionsSeen = sql`exists (select 1 from ${users} where ${users.id} = ${userId}::uuid and (${scopeOf(actor, "user", "view_sessions")}))`;
  const partner = asUuid(sql`(${traced} ->> 'partner')`);
  const roleKnown = knowsAllRoles(actor, userId)
    ? sql`true`
    : sql`exists (select 1 from ${partners} where ${partners.id} = ${partner} and (${scopeOf(actor, "partner", "view")}))`;
  return sql`(case split_part(${auditEvents.action}, '.', 1) when 'session' then ${sessionsSeen} when 'role' then ${roleKnown} else true end)`;
}

function allowed(page: AuditPage): AuditReading {
  return { page, refusal: null };
}

function refused(refusal: readonly Reason[]): AuditReading {
  return { page: null, refusal };
}

async function readEvents(tx: Transaction, actor: Actor, about: SQL, cursor: string | null): Promise<AuditPage> {
  const older = cursor !== null && isUuid(cursor) ? sql`${auditEvents.id} < ${cursor}::uuid` : sql`true`;
  const found = await tx.execute<AuditListItem>(sql`
    select ${auditEvents.id} as "id",
      ${instantColumn(auditEvents.at)} as "at",
      case when ${auditEvents.actorId} is null
          or exists (select 1 from ${users} where ${users.id} = ${auditEvents.actorId} and (${scopeOf(actor, "user", "view")}))
        then ${auditEvents.actorLabel} end as "actorLabel",
      ${auditEvents.action} as "action", ${auditEvents.resourceType} as "resourceType", ${auditEvents.resourceId} as "resourceId",
      coalesce(record.name, ${nameWhenDeleted}) as "recordName", record.name is not null as "isThere", ${tracedRole(actor)} as "role",
      ${changedFields()} as "changed", ${auditEvents.reason} as "reason"
    from ${auditEvents} cross join lateral (select ${nameNow()} as name) as record
    where ${about} and ${older}
    order by ${auditEvents.id} desc
    limit ${EVENTS_PER_PAGE + 1}`);
  const events = found.slice(0, EVENTS_PER_PAGE);
  return { events, next: found.length > EVENTS_PER_PAGE ? (events.at(-1)?.id ?? null) : null };
}

const isDeletion = sql`${auditEvents.action} like '%.delete'`;
const nameWhenDeleted = sql`case when ${isDeletion} then ${auditEvents.before} ->> 'name' end`;

/**
 * A column beside `audit_events`: what the record is called now, which the trail speaks of by its UUID or by its own key; null
 * where it is gone or has no name. What was deleted is gone also where another has come since that goes by the same key.
 */
export function nameNow(): SQL {
  const key = sql`${auditEvents.resourceId}`;
  const id = asUuid(key);
  const name = (of: SQL, from: SQL, own: SQL, uuid: SQL) =>
    sql`(select ${of} from ${from} where ${uuid} = ${id} or ${own} = ${key} order by ${own} = ${key} desc nulls last limit 1)`;
  return sql`case when ${isDeletion} then null else case ${auditEvents.resourceType}
    when 'partner' then ${name(sql`${partners.name}`, sql`${partners}`, sql`${partners.externalId}`, sql`${partners.id}`)}
    when 'neighbourhood' then ${name(sql`${neighbourhoods.name}`, sql`${neighbourhoods}`, sql`${neighbourhoods.code}`, sql`${neighbourhoods.id}`)}
    when 'user' then ${name(sql`${users.name}`, sql`${users}`, sql`${users.email}`, sql`${users.id}`)}
  end end`;
}

/** Whoever is listed a role's event about a person may know that role; whom a partner's event is about, only whoever views them. */
function tracedRole(actor: Actor): SQL {
  const holder = asUuid(sql`(${traced} -> 'admin' ->> 'userId')`);
  const seen = sql`exists (select 1 from ${users} where ${users.id} = ${holder} and (${scopeOf(actor, "user", "view")}))`;
  return sql`case when split_part(${auditEvents.action}, '.', 1) = 'role' then case ${auditEvents.resourceType}
    when 'user' then jsonb_build_object('about', 'person', 'role', ${traced} ->> 'role', 'places', ${namesIn(sql`${traced} -> 'neighbourhoods'`)},
      'partnerships', ${namesIn(sql`${traced} -> 'partnerships'`)}, 'partner', ${traced} ->> 'partnerName')
    when 'partner' then jsonb_build_object('about', 'partner', 'admin', case when ${seen} then ${traced} -> 'admin' ->> 'name' end)
  end end`;
}

function namesIn(list: SQL): SQL {
  return sql`(select coalesce(jsonb_agg(item ->> 'name' order by nth) filter (where item ->> 'name' is not null), '[]')
    from jsonb_array_elements(case when jsonb_typeof(${list}) = 'array' then ${list} else '[]' end) with ordinality as listed(item, nth))`;
}

function asUuid(text: SQL): SQL {
  return sql`case when ${text} ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${text}::uuid end`;
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
