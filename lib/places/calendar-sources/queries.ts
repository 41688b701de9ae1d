import "server-only";
import { createHash } from "node:crypto";
import { env } from "@/env";
import { type CalendarFailure, type FailedState, stateOfFailure } from "@/lib/places/calendar-imports/constants";
import type { OutboundPolicy } from "@/lib/platform/outbound/addresses";
import { fetchPublic } from "@/lib/platform/outbound/fetch-public";
import { decodeText } from "@/lib/platform/text/decode-text";
import { FETCH_LIMITS } from "./constants";

/** What a server said of its calendar when it was read last, to ask whether it is still the same. */
export type SourceValidators = Readonly<{ etag: string | null; lastModified: string | null }>;

/** What fetching a calendar gave. `checksum` is the SHA-256 of the bytes in hex; `doubtful`: see `decodeText`; `stopped`: we gave up ourselves. */
export type Fetched =
  | Readonly<{ kind: "unchanged" }>
  | (SourceValidators & Readonly<{ kind: "body"; text: string; doubtful: boolean; checksum: string }>)
  | Readonly<{ kind: "failed"; state: FailedState; failure: CalendarFailure }>
  | Readonly<{ kind: "stopped" }>;

/**
 * Fetches a calendar from its source, in bounds of time and size and from the public internet only. Never throws. Takes
 * seconds: never inside a transaction.
 * @param policy for tests alone, see `OutboundPolicy`.
 * @param stopping when it aborts, the fetch is given up.
 */
export async function fetchCalendar(
  url: string,
  validators: SourceValidators = { etag: null, lastModified: null },
  { policy, stopping }: Readonly<{ policy?: OutboundPolicy; stopping?: AbortSignal }> = {},
): Promise<Fetched> {
  const question = { ...validators, url, accept: "text/calendar, text/plain;q=0.5, */*;q=0.1", userAgent: userAgent() };
  const answer = await fetchPublic(question, FETCH_LIMITS, policy, stopping);
  if (answer.kind === "unchanged") return answer;
  if (answer.kind === "failed" && stopping?.aborted === true) return { kind: "stopped" };
  if (answer.kind === "failed") return { ...answer, state: stateOfFailure(answer.failure) };
  const { bytes, contentType, etag, lastModified } = answer;
  const checksum = createHash("sha256").update(bytes).digest("hex");
  return { kind: "body", ...decodeText(bytes, contentType), etag, lastModified, checksum };
}

/** Tells a server's keeper who fetches, and where to ask. */
function userAgent(): string {
  return `Remit calendar import (+${env.appUrl})`;
}
