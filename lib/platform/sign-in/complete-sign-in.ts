import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { type Transaction, writeTransaction } from "@/db/client";
import { userDeactivations, users } from "@/db/schema/people";
import { env } from "@/env";
import { type ConfirmedChallenge, confirmCode, confirmLink } from "./challenges";
import { demoAccounts } from "./constants";
import { HOME } from "./return-to";
import { endSessionOfToken, type SessionStart, type StartedSession, startSession } from "./sessions";

/** The browser that signs in. */
export type SigningBrowser = Readonly<{
  /** In plain words, for the list of sessions. */
  device: string;
  /** The session it has already, if any: it ends, so that no browser keeps two. */
  oldToken: string | null;
  requestId: string;
}>;

/** A completed sign-in: the session for the cookie, and where the person wanted to go. */
export type CompletedSignIn = Readonly<{ session: StartedSession; returnTo: string }>;

/** Signs in by the mailed link. Null when it is unknown, used or expired. */
export async function completeByLink(token: string, browser: SigningBrowser): Promise<CompletedSignIn | null> {
  return writeTransaction({ actorId: null, requestId: browser.requestId }, async (tx) => {
    const confirmed = await confirmLink(tx, token);
    return confirmed === null ? null : begin(tx, confirmed, "link", browser);
  });
}

/**
 * Signs in by the mailed code in the browser that asked for it: `wrong` may be tried again, `over` and `spent` may not, and with
 * `exhausted` no code of this address is looked at for a day.
 */
export async function completeByCode(
  challengeId: string,
  code: string,
  browser: SigningBrowser,
): Promise<CompletedSignIn | "wrong" | "over" | "spent" | "exhausted"> {
  return writeTransaction({ actorId: null, requestId: browser.requestId }, async (tx) => {
    const tried = await confirmCode(tx, challengeId, code);
    return tried.outcome === "confirmed" ? begin(tx, tried, "code", browser) : tried.outcome;
  });
}

/**
 * Signs in to one of the `demoAccounts` without a mail. Null outside the embedded demo, whatever is asked, for every
 * other address, and where the account is not in use.
 */
export async function completeDemo(email: string, browser: SigningBrowser): Promise<CompletedSignIn | null> {
  const address = email.trim().toLowerCase();
  if (!env.demo || !demoAccounts.some((account) => account.email === address)) return null;
  return writeTransaction({ actorId: null, requestId: browser.requestId }, async (tx) => {
    const [user] = await tx
      .select({ id: users.id, email: users.email, name: users.name })
      .from(users)
      .leftJoin(userDeactivations, and(eq(userDeactivations.userId, users.id), isNull(userDeactivations.reactivatedAt)))
      .where(and(eq(users.email, address), isNull(userDeactivations.id)));
    return user === undefined ? null : begin(tx, { user, returnTo: HOME }, "demo", browser);
  });
}

async function begin(
  tx: Transaction,
  { user, returnTo }: ConfirmedChallenge,
  by: SessionStart["by"],
  { device, oldToken, requestId }: SigningBrowser,
): Promise<CompletedSignIn> {
  if (oldToken !== null) await endSessionOfToken(tx, oldToken, requestId);
  return { session: await startSession(tx, { user, device, by, requestId }), returnTo };
}
