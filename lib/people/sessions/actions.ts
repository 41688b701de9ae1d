"use server";
import { revalidatePath } from "next/cache";
import { type ActionAudit, defineAction } from "@/lib/permissions/action";
import { decide } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { type EndedSession, endOtherSessions, endSession } from "./mutations";
import { getSessionForEnding } from "./queries";
import { endOtherSessionsSchema, endSessionSchema } from "./schemas";

/** Ends one of the actor's own sessions, this one included: the next request then asks to sign in. */
export const endSessionAction = defineAction({
  name: "session.end",
  input: endSessionSchema,
  load: ({ tx, actor, input }) => getSessionForEnding(tx, actor, input.sessionId),
  authorize: ({ tx, actor }) => decide(tx, askToEnd(actor)),
  confirms: ({ actor }) => ({ type: "user", id: actor.userId, version: null }),
  run: async ({ tx, actor, row }) => {
    const done = await endSession(tx, actor.userId, row.sessionId);
    return { data: { ended: done.length }, audit: done.map((session) => traceOf(actor, session)) };
  },
  revalidate: () => revalidatePath("/account/sessions"),
});

/** Ends every session of the actor's but the one they act in. */
export const endOtherSessionsAction = defineAction({
  name: "session.end",
  input: endOtherSessionsSchema,
  load: async ({ sessionId }) => ({ sessionId }),
  authorize: ({ tx, actor }) => decide(tx, askToEnd(actor)),
  confirms: ({ actor }) => ({ type: "user", id: actor.userId, version: null }),
  run: async ({ tx, actor, row }) => {
    const done = await endOtherSessions(tx, actor.userId, row.sessionId);
    return { data: { ended: done.length }, audit: done.map((session) => traceOf(actor, session)) };
  },
  revalidate: () => revalidatePath("/account/sessions"),
});

function askToEnd(actor: Actor) {
  return { actor, action: "end_sessions", resource: { type: "user", id: actor.userId } };
}

function traceOf(actor: Actor, { device }: EndedSession): ActionAudit {
  return { resourceType: "user", resourceId: actor.userId, after: { device, ended: "by its owner" } };
}
