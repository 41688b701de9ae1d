import "server-only";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { writeTransaction } from "@/db/client";
import { rateLimits } from "@/db/schema/platform";
import { keyedHash } from "./secrets";

/** How often something may be done: `points` times in `seconds`, counted from the first time. */
export type Limit = Readonly<{ name: string; points: number; seconds: number }>;

/** One count against a limit, for one key such as an address. */
export type LimitUse = Readonly<{ limit: Limit; key: string }>;

/**
 * Counts one use against each limit in turn, up to the first that refuses: what is refused anyway must not use up
 * somebody else's allowance, so name the source first. Null when all of them allow it, otherwise the seconds until it
 * may be tried again. Counted in a transaction of its own, so that a refused or failed attempt counts as well; keys are kept
 * as hashes, because they are people's addresses.
 */
export async function useLimits(uses: readonly LimitUse[]): Promise<number | null> {
  return writeTransaction({ actorId: null, requestId: null }, async (tx) => {
    for (const { limit, key } of uses) {
      const limiter = new RateLimiterDrizzle({
        storeClient: tx,
        schema: rateLimits,
        keyPrefix: limit.name,
        points: limit.points,
        duration: limit.seconds,
        clearExpiredByTimeout: false,
      });
      const refused = await consume(limiter, keyedHash("rate-limit", key));
      if (refused !== null) return refused;
    }
    return null;
  });
}

/** A waiting time as people say it: "in a minute", "in 12 minutes". */
export function waitSentence(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? "in a minute" : `in ${minutes} minutes`;
}

/** What somebody reads who has searched too often. `seconds`: until they may go on. */
export function searchWaitSentence(seconds: number): string {
  return `That was a lot of searching. Search again ${waitSentence(seconds)}.`;
}

async function consume(limiter: RateLimiterDrizzle, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    // The limiter refuses by rejecting with its own result; anything else is a fault.
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
