import "server-only";
import { type Transaction, writeTransaction } from "@/db/client";
import { env } from "@/env";
import { queueMail } from "@/lib/platform/mail/queue";
import { type Limit, useLimits, waitSentence } from "@/lib/platform/rate-limit";
import { type OpenedChallenge, openChallenge } from "./challenges";
import { noAccountMail } from "./emails/no-account-mail";
import { signInMail } from "./emails/sign-in-mail";

/** Mails that one address may be sent: five in a quarter of an hour, known or unknown alike. */
const ADDRESS_LIMIT: Limit = { name: "sign-in-address", points: 5, seconds: 900 };

/** Mails that one source may ask for: sixty in a quarter of an hour, enough for an office behind one connection. */
export const SOURCE_LIMIT: Limit = { name: "sign-in-source", points: 60, seconds: 900 };

/** Links and codes that one source may try: sixty in a quarter of an hour. */
export const CONFIRM_LIMIT: Limit = { name: "sign-in-confirm", points: 60, seconds: 900 };

/** A request for a sign-in mail. */
export type SignInRequest = Readonly<{
  /** Trimmed and in lower case. */
  email: string;
  /** A path that `safeReturnTo` let through. */
  returnTo: string;
  source: string;
  requestId: string;
}>;

/** What came of it: the same for every address, with or without an account. */
export type SignInRequested = Readonly<
  { outcome: "sent"; challengeId: string } | { outcome: "wait"; sentence: string }
>;

/**
 * Sends a mail with a link and a code to the address, or one that says why it cannot sign in; which of the two is
 * told to nobody but its reader. Makes no account. Rate limited per address and per source.
 */
export async function requestSignIn(request: SignInRequest): Promise<SignInRequested> {
  const wait = await useLimits([
    { limit: SOURCE_LIMIT, key: request.source },
    { limit: ADDRESS_LIMIT, key: request.email },
  ]);
  if (wait !== null) {
    return { outcome: "wait", sentence: `Too many tries. Try again ${waitSentence(wait)}.` };
  }
  return writeTransaction({ actorId: null, requestId: request.requestId }, async (tx) => {
    const opened = await openChallenge(tx, request.email, request.returnTo);
    await queueAnswer(tx, request.email, opened);
    return { outcome: "sent", challengeId: opened.challengeId };
  });
}

/** Counts one try of a link or code. Null when it may go on, otherwise the sentence that says how long to wait. */
export async function limitConfirming(source: string): Promise<string | null> {
  const wait = await useLimits([{ limit: CONFIRM_LIMIT, key: source }]);
  return wait === null ? null : `Too many tries. Try again ${waitSentence(wait)}.`;
}

async function queueAnswer(tx: Transaction, email: string, opened: OpenedChallenge): Promise<void> {
  if (opened.account === "active") {
    const confirmUrl = `${env.appUrl}/sign-in/confirm/${opened.token}`;
    await queueMail(tx, signInMail, email, { confirmUrl, code: opened.code });
  } else {
    await queueMail(tx, noAccountMail, email, { reason: opened.account, portalUrl: env.appUrl });
  }
}
