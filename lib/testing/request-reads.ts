import "server-only";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { inRequest } from "./request";
import { signInForTest } from "./sessions";
import { countStatements } from "./statements";

/** What has been read for the request that a test makes now. */
const kept = new Map<unknown, unknown>();

/**
 * React, for `vi.mock`, with a `cache` that keeps what a request has read until `forgetReads`: outside its server
 * rendering React's own keeps nothing, so that a page would read again what its frame has read.
 */
export function keepingReads<React extends object>(react: React): React {
  const cache = (read: () => unknown) => () => {
    if (!kept.has(read)) kept.set(read, read());
    return kept.get(read);
  };
  return { ...react, cache };
}

/** Begins another request: nothing has been read for it. */
export function forgetReads(): void {
  kept.clear();
}

/**
 * How many statements a request of somebody who is signed in takes, without those that open a transaction and settle it.
 * @param visit renders all that the request asks for: the frame and the page together.
 */
export async function countOfRequest(email: string, visit: () => Promise<unknown>): Promise<number> {
  const { token } = await signInForTest(email);
  forgetReads();
  return countStatements(() => inRequest({ cookies: { [sessionCookieName()]: token } }, visit));
}
