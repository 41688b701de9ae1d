import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { userDeactivations, users } from "@/db/schema/people";
import { lastEditor } from "@/lib/people/last-editors/queries";
import { normaliseEmail } from "@/lib/permissions/facts/ledger";
import { byKey } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import type { StaleRecord } from "@/lib/platform/errors";

/** A person as a change finds them: locked until the transaction ends. */
export type SavedUser = Readonly<{
  id: string;
  email: string;
  name: string;
  phone: string | null;
  version: number;
  updatedAt: Date;
  deactivated: boolean;
}>;

/**
 * The person with this e-mail address or UUID, locked until the transaction ends, or null where there is none within the
 * actor's sight. Two statements, because only a second one sees what the lock has waited for. Whoever locks partners as
 * well locks them first, so that nobody stands in another's way.
 */
export async function lockUser(tx: Transaction, actor: Actor, userId: string): Promise<SavedUser | null> {
  return lockWhere(tx, userId, sql`(${scopeOf(actor, "user", "view")})`);
}

/**
 * The same for the holder of an e-mail address, whoever may see them: a look-up, of which its caller may tell nothing but
 * what the actor may know anyway. Source: domains/places.md section 5.
 */
export async function lockAddressee(tx: Transaction, email: string): Promise<SavedUser | null> {
  const [found] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, normaliseEmail(email)));
  return found === undefined ? null : lockWhere(tx, found.id, sql`true`);
}

async function lockWhere(tx: Transaction, key: string, condition: SQL): Promise<SavedUser | null> {
  const [locked] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(byKey(users.email, users.id, [normaliseEmail(key)]), condition))
    .orderBy(sql`(${users.email} = ${normaliseEmail(key)}) desc`)
    .limit(1)
    .for("no key update");
  if (locked === undefined) return null;
  const [user] = await tx
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      phone: users.phone,
      version: users.version,
      updatedAt: users.updatedAt,
      deactivated: sql<boolean>`${userDeactivations.id} is not null`,
    })
    .from(users)
    .leftJoin(
      userDeactivations,
      sql`${userDeactivations.userId} = ${users.id} and ${userDeactivations.reactivatedAt} is null`,
    )
    .where(eq(users.id, locked.id));
  return user ?? null;
}

/** Whether the actor may view this person now, as the transaction stands. One statement. */
export async function isUserInSight(tx: Transaction, actor: Actor, userId: string): Promise<boolean> {
  const found = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), scopeOf(actor, "user", "view")));
  return found.length > 0;
}

/**
 * Lets one change at a time decide who is root, until the transaction ends: two roots who each end the other's role would
 * otherwise both be told that one is left. The same lock as the trigger `require_root` takes.
 */
export async function lockRoots(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('remit.root'))`);
}

/** How the person stands now, for somebody who was editing an older version. One statement. */
export async function staleUserOf(tx: Transaction, actor: Actor, user: SavedUser): Promise<StaleRecord> {
  const { id, updatedAt: changedAt } = user;
  return {
    version: user.version,
    by: await lastEditor(tx, actor, { type: "user", keys: [id], acts: ["user.update"], changedAt }),
    at: changedAt.toISOString(),
    values: { name: user.name, phone: user.phone ?? "" },
  };
}
