import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { instantColumn } from "@/db/instant-column";
import { users } from "@/db/schema/people";
import { partnerDeletions } from "@/db/schema/places";
import { auditEvents } from "@/db/schema/platform";
import { type ListCounts, type ListPage, readPage } from "@/lib/people/lists/queries";
import type { PartnerFacts } from "@/lib/permissions/facts/attributes";
import { DAYS_TO_RESTORE, restorable } from "@/lib/permissions/facts/deleted-partners";
import type { Actor } from "@/lib/permissions/load-actor";
import type { Reason } from "@/lib/permissions/reasons";
import { answerPart, listCondition, scopeOf } from "@/lib/permissions/scope";
import { DELETIONS_PER_PAGE } from "@/lib/places/partner-deletions/constants";
import { type PartnerSnapshot, partnerSnapshotSchema } from "@/lib/places/partner-deletions/schemas";
import { now } from "@/lib/platform/clock";
import { isUuid } from "@/lib/platform/ids";
import type { ListCursor } from "@/lib/platform/lists/schemas";
import { restorationTraceSchema } from "./schemas";

/** A deletion that somebody wants to undo. `state`: whether it still can be, or was undone already, or is too long ago. */
export type LockedDeletion = Readonly<{
  id: string;
  partnerId: string;
  name: string;
  state: "open" | "restored" | "over";
  snapshot: PartnerSnapshot;
}>;

/** Whether the actor may bring back deleted partners: a question that hangs on no record. */
export function mayRestorePartners(actor: Actor): boolean {
  return listCondition(actor, "partner", "restore").rows !== "none";
}

/** Why the actor may not bring back deleted partners, in words; empty where they may. No statement. */
export function whyNotRestore(actor: Actor): readonly Pick<Reason, "code" | "text" | "via">[] {
  const nowhere: PartnerFacts = { id: "", places: [], partnerships: [] };
  const { reason } = answerPart(actor, "partner", { action: "restore", facts: nowhere, fallback: "no_grant" });
  return reason === null ? [] : [{ code: "no_grant", text: reason, via: null }];
}

/**
 * The deletion with this UUID, locked until the transaction ends, so that of two who undo it one finds it undone; null
 * where there is none, and for whoever may bring back nothing: to them a deleted partner is one that never was.
 */
export async function lockDeletion(tx: Transaction, actor: Actor, deletionId: string): Promise<LockedDeletion | null> {
  if (!mayRestorePartners(actor) || !isUuid(deletionId)) return null;
  const [row] = await tx
    .select({
      id: partnerDeletions.id,
      partnerId: partnerDeletions.partnerId,
      name: partnerDeletions.name,
      snapshot: partnerDeletions.snapshot,
      restoredAt: partnerDeletions.restoredAt,
      open: sql<boolean>`${restorable()}`,
    })
    .from(partnerDeletions)
    .where(eq(partnerDeletions.id, deletionId))
    .for("update");
  if (row === undefined) return null;
  const { restoredAt, open, snapshot, ...deletion } = row;
  const state = open ? "open" : restoredAt === null ? "over" : "restored";
  return { ...deletion, state, snapshot: partnerSnapshotSchema.parse(snapshot) };
}

/**
 * What the actor's own last restoration of this partner left out, in words, which the page says after it. Read from the
 * trail, so that no address can make the page say something else. One statement.
 * @param partnerId the UUID.
 */
export async function getLeftOut(actor: Actor, partnerId: string): Promise<readonly string[]> {
  const [last] = await readTransaction((tx) =>
    tx
      .select({ after: auditEvents.after })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.resourceType, "partner"),
          eq(auditEvents.resourceId, partnerId),
          eq(auditEvents.actorId, actor.userId),
          eq(auditEvents.action, "partner.restore"),
        ),
      )
      .orderBy(desc(auditEvents.id))
      .limit(1),
  );
  return last === undefined ? [] : restorationTraceSchema.parse(last.after).leftOut;
}

/** A partner that can be brought back, and what would come back with it as far as it still exists. */
export type DeletedPartner = {
  /** Of the deletion. */
  id: string;
  name: string;
  /** ISO in UTC. */
  deletedAt: string;
  /** The name of whoever deleted it; null where that account is gone or out of sight. */
  deletedBy: string | null;
  /** Days in which it can still be brought back, at least 1. */
  daysLeft: number;
  hasAddress: boolean;
  hasPicture: boolean;
  serviceAreas: number;
  tags: number;
  /** Names. */
  admins: string[];
  calendars: string[];
};

/** A page of them. */
export type DeletedPartners = ListPage<DeletedPartner>;

/** The deleted partners that the actor may bring back, the last deleted first: none for whoever may bring back nothing. Two statements. */
export async function listDeletedPartners(actor: Actor, cursor: ListCursor | null): Promise<DeletedPartners> {
  const where = sql`(${mayRestorePartners(actor) ? restorable() : sql`false`})`;
  return readTransaction(async (tx) => {
    const page = await readPage<DeletionRow>({
      order: { row: sql`${partnerDeletions.id}`, at: ({ id }) => sql`${id}::uuid`, downwards: true },
      cursor,
      perPage: DELETIONS_PER_PAGE,
      count: async (passed) => {
        const [counts] = await tx.execute<ListCounts>(sql`
          select count(*)::int as "total", (count(*) filter (where ${passed}))::int as "before"
          from ${partnerDeletions} where ${where}`);
        return counts;
      },
      read: (beyond, direction) =>
        tx.execute<DeletionRow>(sql`
          select ${partnerDeletions.id} as "id", ${partnerDeletions.name} as "name",
            ${instantColumn(partnerDeletions.deletedAt)} as "deletedAt", ${partnerDeletions.snapshot} as "snapshot",
            (select ${users.name} from ${users} where ${users.id} = ${partnerDeletions.deletedBy} and (${scopeOf(actor, "user", "view")})) as "deletedBy"
          from ${partnerDeletions} where ${where} and ${beyond}
          order by ${partnerDeletions.id} ${direction} limit ${DELETIONS_PER_PAGE}`),
      markOf: ({ id }) => ({ key: "", id }),
    });
    return { ...page, rows: page.rows.map(shown) };
  });
}

type DeletionRow = Pick<DeletedPartner, "id" | "name" | "deletedAt" | "deletedBy"> & { snapshot: unknown };

const DAY_MS = 86_400_000;

function shown({ snapshot, ...row }: DeletionRow): DeletedPartner {
  const { address, image, serviceAreas, tags, admins, calendars } = partnerSnapshotSchema.parse(snapshot);
  const until = new Date(row.deletedAt).getTime() + DAYS_TO_RESTORE * DAY_MS;
  return {
    ...row,
    daysLeft: Math.max(1, Math.ceil((until - now().getTime()) / DAY_MS)),
    hasAddress: address !== null,
    hasPicture: image !== null,
    serviceAreas: serviceAreas.length,
    tags: tags.length,
    admins: admins.map(({ name }) => name),
    calendars: calendars.map(({ name }) => name),
  };
}
