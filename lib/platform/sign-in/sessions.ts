import "server-only";
import { and, eq, gt, gte, isNull, notExists, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sessions, userDeactivations, users } from "@/db/schema/people";
import { personLabel, recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { keyedHash, newToken } from "@/lib/platform/secrets";

/**
 * Days a session lives, counted from signing in and never lengthened: a server component cannot renew the cookie.
 * A working week and its weekend, so that people sign in about once a week. Source: docs/adr/0040.
 */
export const SESSION_DAYS = 7;

/** Seconds of the same lifetime, for the cookie. */
export const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;

/** A session in force and whose it is. It carries identity only: what somebody may do is asked anew at every request. */
export type FoundSession = Readonly<{
  sessionId: string;
  userId: string;
  email: string;
  name: string;
  expiresAt: Date;
}>;

/** A session that has just begun. `token` goes into the cookie and is kept nowhere else. */
export type StartedSession = Readonly<{ sessionId: string; token: string; expiresAt: Date }>;

/** Who signs in where, and by what: a mailed link or code, or the demo's button. */
export type SessionStart = Readonly<{
  user: Readonly<{ id: string; email: string; name: string }>;
  device: string;
  by: "link" | "code" | "demo";
  requestId: string | null;
}>;

/** Starts a session with a fresh token, and notes it in the audit trail as `session.start`. */
export async function startSession(tx: Transaction, start: SessionStart): Promise<StartedSession> {
  const sessionId = newId();
  const token = newToken();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + SESSION_SECONDS * 1000);
  await tx.insert(sessions).values({
    id: sessionId,
    tokenHash: keyedHash("session", token),
    userId: start.user.id,
    device: start.device,
    createdAt,
    expiresAt,
  });
  await recordAudit(tx, {
    actorId: start.user.id,
    actorLabel: personLabel(start.user),
    action: "session.start",
    resourceType: "user",
    resourceId: start.user.id,
    after: { device: start.device, by: start.by },
    requestId: start.requestId,
  });
  return { sessionId, token, expiresAt };
}

/**
 * Whether a row of `sessions` is in force: neither ended nor expired, its person not deactivated, and not begun before
 * they last were, so that reactivation brings no old browser back.
 */
export function sessionInForce(tx: Transaction): SQL | undefined {
  const closing = tx
    .select({ one: sql`1` })
    .from(userDeactivations)
    .where(
      and(
        eq(userDeactivations.userId, sessions.userId),
        or(isNull(userDeactivations.reactivatedAt), gte(userDeactivations.deactivatedAt, sessions.createdAt)),
      ),
    );
  return and(isNull(sessions.endedAt), gt(sessions.expiresAt, now()), notExists(closing));
}

/**
 * The session in force that a cookie's token opens; null when it has ended or expired, and when its person is
 * deactivated or has been since it began. One statement, asked at every request, so that both act on the very next one.
 */
export async function findSession(tx: Transaction, token: string): Promise<FoundSession | null> {
  const [found] = await tx
    .select({
      sessionId: sessions.id,
      userId: users.id,
      email: users.email,
      name: users.name,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, keyedHash("session", token)), sessionInForce(tx)));
  return found ?? null;
}

/** Ends the session that a cookie's token opens and notes `session.end`; null when it was not in force. */
export async function endSessionOfToken(
  tx: Transaction,
  token: string,
  requestId: string | null,
): Promise<FoundSession | null> {
  const session = await findSession(tx, token);
  if (session === null) return null;
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.id, session.sessionId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  if (ended.length === 0) return null;
  await recordAudit(tx, {
    actorId: session.userId,
    actorLabel: personLabel(session),
    action: "session.end",
    resourceType: "user",
    resourceId: session.userId,
    after: { ended: "signed out" },
    requestId,
  });
  return session;
}
