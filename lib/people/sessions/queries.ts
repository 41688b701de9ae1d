import "server-only";
import { and, desc, eq, type SQL } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { sessions } from "@/db/schema/people";
import type { Actor } from "@/lib/permissions/load-actor";
import { sessionInForce } from "@/lib/platform/sign-in/sessions";

/** A signed-in browser of the actor's own. */
export type SessionListItem = Readonly<{ sessionId: string; device: string; createdAt: Date; expiresAt: Date }>;

const listed = {
  sessionId: sessions.id,
  device: sessions.device,
  createdAt: sessions.createdAt,
  expiresAt: sessions.expiresAt,
};

/** The actor's own sessions in force, the latest first. */
export async function listSessions(actor: Actor): Promise<SessionListItem[]> {
  return readTransaction((tx) =>
    tx.select(listed).from(sessions).where(ownInForce(tx, actor)).orderBy(desc(sessions.createdAt), desc(sessions.id)),
  );
}

/** One of the actor's own sessions in force; null for any other, whether it exists or not. */
export async function getSessionForEnding(
  tx: Transaction,
  actor: Actor,
  sessionId: string,
): Promise<SessionListItem | null> {
  const [session] = await tx
    .select(listed)
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), ownInForce(tx, actor)))
    .for("update");
  return session ?? null;
}

function ownInForce(tx: Transaction, actor: Actor): SQL | undefined {
  return and(eq(sessions.userId, actor.userId), sessionInForce(tx));
}
