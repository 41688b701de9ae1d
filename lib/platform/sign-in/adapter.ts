import "server-only";
import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import { readTransaction, writeTransaction } from "@/db/client";
import { requestId } from "@/lib/platform/request";
import { endSessionOfToken, type FoundSession, findSession } from "./sessions";

/** The person that next-auth hands to its session callback: identity, and which session it is. */
export type SessionUser = AdapterUser & Readonly<{ sessionId: string }>;

/**
 * next-auth's way to our sessions. It reads and ends them and nothing else: sessions begin in the confirm actions
 * alone, never grow longer, and accounts are never made here, so the other methods do not exist.
 */
export const sessionAdapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const found = await readTransaction((tx) => findSession(tx, sessionToken));
    return found === null ? null : { session: toSession(found, sessionToken), user: toUser(found) };
  },
  async deleteSession(sessionToken) {
    const id = await requestId();
    const ended = await writeTransaction({ actorId: null, requestId: id }, (tx) =>
      endSessionOfToken(tx, sessionToken, id),
    );
    return ended === null ? null : toSession(ended, sessionToken);
  },
};

function toSession({ userId, expiresAt }: FoundSession, sessionToken: string): AdapterSession {
  return { sessionToken, userId, expires: expiresAt };
}

function toUser({ sessionId, userId, email, name }: FoundSession): SessionUser {
  return { id: userId, email, name, emailVerified: null, sessionId };
}
