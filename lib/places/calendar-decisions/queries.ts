import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendarImports, calendars } from "@/db/schema/calendars";
import { lastEditor } from "@/lib/people/last-editors/queries";
import type { ActionDecision } from "@/lib/permissions/action";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition } from "@/lib/permissions/scope";
import { readSaved } from "@/lib/places/calendar-form/queries";
import type { CalendarChange, Result, SavedCalendar } from "@/lib/places/calendar-form/schemas";
import type { CalendarField } from "@/lib/places/calendars/constants";
import { whereKeyedInSight } from "@/lib/places/calendars/queries";
import { Refusal, type StaleRecord } from "@/lib/platform/errors";

/** The acts that raise a calendar's version. */
const VERSION_RAISING = ["calendar.create", "calendar.update"];

/** What the engine calls each field; the partners are parameters of their own. Source: the action catalogue. */
const ENGINE_FIELDS: Readonly<Record<Exclude<CalendarField, "partner" | "place">, string>> = {
  name: "name",
  url: "url",
  strategy: "strategy",
  contactName: "contact",
  contactPhone: "contact",
  contactEmail: "contact",
};

/**
 * The calendar with this UUID or external id, locked until the transaction ends, or null where there is none within the
 * actor's remit. Two statements, because only a second one sees what the lock has waited for.
 */
export async function lockCalendar(tx: Transaction, actor: Actor, key: string): Promise<SavedCalendar | null> {
  const [locked] = await tx.execute<{ id: string }>(sql`
    select ${calendars.id} as "id" from ${calendars} ${whereKeyedInSight(actor, key)} for no key update`);
  return locked === undefined ? null : readSaved(tx, actor, locked.id);
}

/** How the importing of a calendar stands, locked until the transaction ends, so that it is asked for once. @param id the UUID. */
export async function lockImport(tx: Transaction, id: string): Promise<string> {
  const [row] = await tx
    .select({ state: calendarImports.state })
    .from(calendarImports)
    .where(eq(calendarImports.calendarId, id))
    .for("update");
  return row?.state ?? "idle";
}

/**
 * The policy's answer to a new calendar. What is wrong with it is said only to whoever may make calendars at all.
 * @throws Refusal with one sentence for each field that is wrong.
 */
export async function decideCreation(
  tx: Transaction,
  actor: Actor,
  result: Result<CalendarChange>,
): Promise<ActionDecision> {
  const mayCreate = listCondition(actor, "calendar", "create").rows !== "none";
  if ("faults" in result) {
    if (mayCreate) throw new Refusal("invalid", { fields: result.faults });
    return decide(tx, { actor, action: "create", resource: { type: "calendar", id: newId } });
  }
  const { organiser, place } = result.proven;
  const properties = { partner: organiser.id, ...(place === null || place === "unseen" ? {} : { place: place.id }) };
  return onField(await decide(tx, { actor, action: "create", resource: { type: "calendar", id: newId, properties } }));
}

/**
 * The policy's answer to exactly what changes of a calendar; what is wrong with it is said only to whoever may edit it.
 * @throws Refusal with one sentence for each field that is wrong.
 */
export async function decideEdit(
  tx: Transaction,
  actor: Actor,
  saved: SavedCalendar,
  result: Result<CalendarChange>,
): Promise<ActionDecision> {
  const about = { actor, action: "update", resource: { type: "calendar", id: saved.id } };
  if ("proven" in result) return onField(await decide(tx, { ...about, properties: questionOf(result.proven) }));
  const decision = await decide(tx, about);
  if (decision.outcome !== "deny") throw new Refusal("invalid", { fields: result.faults });
  return decision;
}

/** The parameters of `update` for this change: only what there is to judge. Source: the action catalogue. */
function questionOf({ fields, organiser, place }: CalendarChange): Readonly<Record<string, unknown>> {
  const named = fields.flatMap((field) => (field === "partner" || field === "place" ? [] : [ENGINE_FIELDS[field]]));
  return {
    fields: [...new Set(named)],
    ...(fields.includes("partner") ? { partner: organiser.id } : {}),
    ...(fields.includes("place") && place !== "unseen" ? { place: place?.id ?? null } : {}),
  };
}

/** What reaches beyond the actor's remit can only be the organiser: a default place in sight may always be chosen. */
function onField(decision: Decision): ActionDecision {
  const outside = decision.reasons.find(({ code }) => code === "outside_reach");
  return outside === undefined ? decision : { ...decision, fields: { partner: outside.text } };
}

/**
 * Nothing, where the calendar is still as it was looked at, or where the actor may not act on it anyway.
 * @param now what the form shows beside what was typed in; no values for a button alone.
 * @throws Refusal where somebody changed it meanwhile.
 */
export async function refuseStale(
  { tx, actor, saved, version }: { tx: Transaction; actor: Actor; saved: SavedCalendar; version: number },
  action: "update" | "delete",
  now: Pick<StaleRecord, "values" | "words">,
): Promise<void> {
  if (saved.version === version) return;
  const { outcome } = await decide(tx, { actor, action, resource: { type: "calendar", id: saved.id } });
  if (outcome === "deny") return;
  const changed = { type: "calendar", keys: [saved.id], acts: VERSION_RAISING } as const;
  const by = await lastEditor(tx, actor, { ...changed, changedAt: new Date(saved.updatedAt) });
  const next = action === "delete" ? "delete it" : "save";
  const message = `${by ?? "Somebody"} changed this calendar in the meantime. Look at it again before you ${next}.`;
  throw new Refusal("conflict", { message, stale: { version: saved.version, by, at: saved.updatedAt, ...now } });
}
