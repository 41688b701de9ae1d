import "server-only";
import { and, isNotNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, writeTransaction } from "@/db/client";
import { sessions, signInChallenges } from "@/db/schema/people";
import { mails, rateLimits } from "@/db/schema/platform";
import { env } from "@/env";
import { now } from "@/lib/platform/clock";
import { KEPT_SESSION_DAYS } from "@/lib/platform/sign-in/constants";
import { defineJob } from "./job";

/** Hours that a finished challenge is kept, for somebody who asks why a link did not work. */
const CHALLENGE_HOURS = 24;

/** Hours after which the body of a mail is emptied whose link and code have run out, sent or not. */
const SECRET_HOURS = 1;

/** Days that a mail is kept. */
const MAIL_DAYS = 90;

const HOUR_MS = 3_600_000;

/** Clears away challenges, sessions, mails and rate-limit counts that are long over. Runs every hour. */
export const sweepJob = defineJob({ name: "sweep", payload: z.object({}).loose(), run: sweep });

async function sweep(): Promise<void> {
  const challengesBefore = hoursAgo(CHALLENGE_HOURS);
  const sessionsBefore = hoursAgo(KEPT_SESSION_DAYS * 24);
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
    await sweepMails(tx);
  });
}

/** Sending empties a mail, but without a mail server nothing is sent. The demo's bodies stay: they are its letter box. */
async function sweepMails(tx: Transaction): Promise<void> {
  await tx.delete(mails).where(lt(mails.createdAt, hoursAgo(MAIL_DAYS * 24)));
  if (env.demo) return;
  await tx
    .update(mails)
    .set({ html: null, text: null })
    .where(and(isNotNull(mails.html), lt(mails.secretUntil, hoursAgo(SECRET_HOURS))));
}

function hoursAgo(hours: number): Date {
  return new Date(now().getTime() - hours * HOUR_MS);
}
