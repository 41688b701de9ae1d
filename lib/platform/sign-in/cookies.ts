import "server-only";
import { cookies } from "next/headers";
import { CHALLENGE_MINUTES } from "./challenges";
import { challengeCookieName, cookieRules, sessionCookieName } from "./cookie-names";
import type { StartedSession } from "./sessions";

/** The session token that the browser sent, or null. */
export async function readSessionCookie(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName())?.value ?? null;
}

/** Gives the browser its session. Only in an action or a route handler, where cookies can be set. */
export async function writeSessionCookie({ token, expiresAt }: StartedSession): Promise<void> {
  (await cookies()).set(sessionCookieName(), token, {
    ...cookieRules(),
    expires: expiresAt,
  });
}

/** Takes the session away from the browser; ending the row is what counts. */
export async function clearSessionCookie(): Promise<void> {
  await clearCookie(sessionCookieName(), "/");
}

/** The id of the challenge that this browser asked for last, or null. */
export async function readChallengeCookie(): Promise<string | null> {
  return (await cookies()).get(challengeCookieName())?.value ?? null;
}

/** Ties a challenge to this browser for as long as its code is good. */
export async function writeChallengeCookie(challengeId: string): Promise<void> {
  (await cookies()).set(challengeCookieName(), challengeId, {
    ...cookieRules("/sign-in"),
    maxAge: CHALLENGE_MINUTES * 60,
  });
}

/** Forgets the challenge after it has been used. */
export async function clearChallengeCookie(): Promise<void> {
  await clearCookie(challengeCookieName(), "/sign-in");
}

async function clearCookie(name: string, path: string): Promise<void> {
  // Browsers ignore the removal of a `__Secure-` cookie that is not itself marked secure.
  (await cookies()).set(name, "", { ...cookieRules(path), maxAge: 0 });
}
