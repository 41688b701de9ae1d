import "server-only";
import { and, isNotNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { writeTransaction } from "@/db/client";
import { sessions, signInChallenges } from "@/db/schema/people";
import { rateLimits } from "@/db/schema/platform";
import { now } from "@/lib/platform/clock";
import { defineJob } from "./job";

/** Hours that a finished challenge is kept, for somebody who asks why a link did not work. */
const CHALLENGE_HOURS = 24;

/** Days that an ended or expired session is kept. The audit trail keeps its beginning and end for good. */
const SESSION_DAYS = 30;

const HOUR_MS = 3_600_000;

/** Clears away challenges, sessions and rate-limit counts that are long over. Runs every hour. */
export const sweepJob = defineJob({ name: "sweep", payload: z.object({}).loose(), run: sweep });

async function sweep(): Promise<void> {
  const challengesBefore = new Date(now().getTime() - CHALLENGE_HOURS * HOUR_MS);
  const sessionsBefore = new Date(now().getTime() - SESSION_DAYS * 24 * HOUR_MS);
  await writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    await tx.delete(signInChallenges).where(lt(signInChallenges.expiresAt, challengesBefore));
    await tx
      .delete(sessions)
      .where(
        or(
          lt(sessions.expiresAt, sessionsBefore),
          and(isNotNull(sessions.endedAt), lt(sessions.endedAt, sessionsBefore)),
        ),
      );
    await tx.delete(rateLimits).where(and(isNotNull(rateLimits.expire), lt(rateLimits.expire, now())));
  });
}
