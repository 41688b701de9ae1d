import "server-only";
import { and, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { signInChallenges, userDeactivations, users } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { isUuid, newId } from "@/lib/platform/ids";
import { keyedHash, newCode, newToken, sameHash } from "@/lib/platform/secrets";

/** Minutes that a mailed link and code are good for. Source: the issue's sign-in rules. */
export const CHALLENGE_MINUTES = 10;

/** Codes that may be tried for one challenge: five guesses at six digits succeed once in 200,000 challenges. */
const CODE_ATTEMPTS = 5;

/**
 * Wrong codes for one address within a day, over all its challenges, after which no code of it is looked at: somebody who
 * asks for challenge after challenge guesses right once in 50,000 days. The sweep keeps challenges for that long.
 */
export const WRONG_CODES_PER_DAY = 20;

const DAY_MS = 24 * 3_600_000;

/** How it stands with an address. Only its owner learns this, by mail; the page says the same to everybody. */
export type AccountState = "active" | "deactivated" | "unknown";

/** A challenge just made. Token and code go into the mail and are kept nowhere else. */
export type OpenedChallenge = Readonly<{ challengeId: string; token: string; code: string; account: AccountState }>;

/** An account that has proven itself, and where its person wanted to go. */
export type ConfirmedChallenge = Readonly<{
  user: Readonly<{ id: string; email: string; name: string }>;
  returnTo: string;
}>;

/**
 * What came of a code: right, wrong with attempts left, nothing more to try with this challenge, because it is `over` or
 * its attempts are `spent`; `exhausted` when so
 * many wrong ones came for the address that none is looked at, right or wrong.
 */
export type CodeOutcome =
  | ({ outcome: "confirmed" } & ConfirmedChallenge)
  | { outcome: "wrong" }
  | { outcome: "over" }
  | { outcome: "spent" }
  | { outcome: "exhausted" };

/**
 * Opens a challenge for an address. Unknown and deactivated addresses take the same statements and get a row without
 * an account, which nothing can confirm: the time does not tell who has an account.
 * @param email trimmed and in lower case.
 */
export async function openChallenge(tx: Transaction, email: string, returnTo: string): Promise<OpenedChallenge> {
  const [account] = await tx
    .select({ userId: users.id, deactivationId: userDeactivations.id })
    .from(users)
    .leftJoin(userDeactivations, and(eq(userDeactivations.userId, users.id), isNull(userDeactivations.reactivatedAt)))
    .where(eq(users.email, email));
  const active = account !== undefined && account.deactivationId === null;
  const challengeId = newId();
  const token = newToken();
  const code = newCode();
  const createdAt = now();
  await tx.insert(signInChallenges).values({
    id: challengeId,
    email,
    userId: active ? account.userId : null,
    linkHash: keyedHash("sign-in-link", token),
    codeHash: codeHash(challengeId, code),
    returnTo,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + CHALLENGE_MINUTES * 60_000),
  });
  const state = active ? "active" : "deactivated";
  return { challengeId, token, code, account: account === undefined ? "unknown" : state };
}

/** The address that a browser asked for, to be shown in the same browser again; null when that is long over. */
export async function requestedAddress(challengeId: string): Promise<string | null> {
  if (!isUuid(challengeId)) return null;
  const [challenge] = await readTransaction((tx) =>
    tx.select({ email: signInChallenges.email }).from(signInChallenges).where(eq(signInChallenges.id, challengeId)),
  );
  return challenge?.email ?? null;
}

/** Uses a mailed link up. Null when it is unknown, used, expired or its account cannot sign in; of two at once one wins. */
export async function confirmLink(tx: Transaction, token: string): Promise<ConfirmedChallenge | null> {
  const hash = keyedHash("sign-in-link", token);
  const [challenge] = await tx.select().from(signInChallenges).where(eq(signInChallenges.linkHash, hash)).for("update");
  if (challenge === undefined || !sameHash(challenge.linkHash, hash) || !isOpen(challenge)) return null;
  return useUp(tx, challenge);
}

/**
 * Tries a code against the challenge that the same browser asked for. Every wrong one counts, and after
 * `CODE_ATTEMPTS` of them for the challenge, or `WRONG_CODES_PER_DAY` for its address, neither the code nor any other is
 * looked at again; the mailed link still works.
 * The counting is part of the transaction: return normally after "wrong", or the try is forgotten.
 */
export async function confirmCode(tx: Transaction, challengeId: string, code: string): Promise<CodeOutcome> {
  if (!isUuid(challengeId)) return { outcome: "over" };
  const [challenge] = await tx
    .select()
    .from(signInChallenges)
    .where(eq(signInChallenges.id, challengeId))
    .for("update");
  if (challenge === undefined || !isOpen(challenge)) return { outcome: "over" };
  if (challenge.codeAttempts >= CODE_ATTEMPTS) return { outcome: "spent" };
  if ((await wrongCodesOfDay(tx, challenge.email)) >= WRONG_CODES_PER_DAY) return { outcome: "exhausted" };
  const right = sameHash(challenge.codeHash, codeHash(challengeId, code));
  const confirmed = right ? await useUp(tx, challenge) : null;
  if (confirmed !== null) return { outcome: "confirmed", ...confirmed };
  const attempts = challenge.codeAttempts + 1;
  await tx.update(signInChallenges).set({ codeAttempts: attempts }).where(eq(signInChallenges.id, challengeId));
  return { outcome: attempts < CODE_ATTEMPTS ? "wrong" : "spent" };
}

type Challenge = typeof signInChallenges.$inferSelect;

function isOpen(challenge: Challenge): boolean {
  return challenge.usedAt === null && challenge.expiresAt > now();
}

/** Wrong codes tried for an address in the last day. Tries of one address queue up here until commit, so that none goes uncounted. */
async function wrongCodesOfDay(tx: Transaction, email: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in-codes ${email}`}, 0))`);
  const [counted] = await tx
    .select({ wrong: sql<number>`coalesce(sum(${signInChallenges.codeAttempts}), 0)::int` })
    .from(signInChallenges)
    .where(and(eq(signInChallenges.email, email), gt(signInChallenges.createdAt, new Date(now().getTime() - DAY_MS))));
  return counted?.wrong ?? 0;
}

/** Marks this and every other open challenge of the account as used: older mails in the letter box stop working, too. */
async function useUp(tx: Transaction, challenge: Challenge): Promise<ConfirmedChallenge | null> {
  if (challenge.userId === null) return null;
  const [user] = await tx
    .select({ id: users.id, email: users.email, name: users.name, verifiedAt: users.verifiedAt })
    .from(users)
    .leftJoin(userDeactivations, and(eq(userDeactivations.userId, users.id), isNull(userDeactivations.reactivatedAt)))
    // A changed address must not be reached through a mail to the old one.
    .where(and(eq(users.id, challenge.userId), eq(users.email, challenge.email), isNull(userDeactivations.id)));
  if (user === undefined) return null;
  await tx.update(signInChallenges).set({ usedAt: now() }).where(eq(signInChallenges.id, challenge.id));
  await closeOthers(tx, challenge.id, user.id);
  if (user.verifiedAt === null) await tx.update(users).set({ verifiedAt: now() }).where(eq(users.id, user.id));
  return { user: { id: user.id, email: user.email, name: user.name }, returnTo: challenge.returnTo };
}

/** Leaves out those that another confirmation holds locked this very moment: waiting for each other would be a deadlock. */
async function closeOthers(tx: Transaction, challengeId: string, userId: string): Promise<void> {
  const others = tx
    .select({ id: signInChallenges.id })
    .from(signInChallenges)
    .where(
      and(eq(signInChallenges.userId, userId), isNull(signInChallenges.usedAt), ne(signInChallenges.id, challengeId)),
    )
    .for("update", { skipLocked: true });
  await tx.update(signInChallenges).set({ usedAt: now() }).where(inArray(signInChallenges.id, others));
}

/** The challenge's id is part of what is hashed, so that equal codes of two challenges look different. */
function codeHash(challengeId: string, code: string): string {
  return keyedHash("sign-in-code", `${challengeId}\n${code}`);
}
