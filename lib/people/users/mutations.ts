import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { userDeactivations, users } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

/** Writes what has changed of a person whom the transaction has locked, and raises the version by one. A blank phone clears it. */
export async function updateUser(
  tx: Transaction,
  userId: string,
  { name, phone }: Readonly<{ name?: string | undefined; phone?: string | undefined }>,
): Promise<void> {
  await tx
    .update(users)
    .set({
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone: phone === "" ? null : phone }),
      version: sql`${users.version} + 1`,
      updatedAt: now(),
    })
    .where(eq(users.id, userId));
}

/** Puts an account out of use; every session of it ends with that, at its next request. False where it is out of use already. */
export async function deactivateUser(tx: Transaction, userId: string, deactivatedBy: string): Promise<boolean> {
  const made = await tx
    .insert(userDeactivations)
    .values({ id: newId(), userId, deactivatedBy, deactivatedAt: now() })
    .onConflictDoNothing()
    .returning({ id: userDeactivations.id });
  return made.length > 0;
}

/** Puts an account back into use; sessions from before stay ended. False where it is in use already. */
export async function reactivateUser(tx: Transaction, userId: string, reactivatedBy: string): Promise<boolean> {
  const ended = await tx
    .update(userDeactivations)
    .set({ reactivatedBy, reactivatedAt: now() })
    .where(and(eq(userDeactivations.userId, userId), isNull(userDeactivations.reactivatedAt)))
    .returning({ id: userDeactivations.id });
  return ended.length > 0;
}
