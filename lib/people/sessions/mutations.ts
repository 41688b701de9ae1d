import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sessions } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";

/** A session that was ended just now. */
export type EndedSession = Readonly<{ sessionId: string; device: string }>;

const ended = { sessionId: sessions.id, device: sessions.device };

/** Ends one session of a person; its browser is signed out at its next request. Empty when it had ended already. */
export async function endSession(tx: Transaction, userId: string, sessionId: string): Promise<EndedSession[]> {
  return tx
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.userId, userId), eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    .returning(ended);
}

/** Ends every session of a person but one. Gives those that it ended. */
export async function endOtherSessions(tx: Transaction, userId: string, keptId: string): Promise<EndedSession[]> {
  return tx
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keptId), isNull(sessions.endedAt)))
    .returning(ended);
}
