import "server-only";
import type { IncomingMessage } from "node:http";
import { type HostAddress, literalAddress, type OutboundPolicy, publicPolicy } from "./addresses";
import { ask } from "./ask";
import type { OutboundFailure } from "./constants";
import { OutboundError, outboundFailure } from "./failure";
import { ACCEPTED_ENCODINGS, readBody } from "./read-body";
import { redirectOf } from "./redirects";

/** How long, how far and how much at most. */
export type OutboundLimits = Readonly<{ totalMs: number; connectMs: number; redirects: number; bytes: number }>;

/** What is asked for: nothing is sent but these headers, so that neither cookies nor passwords ever leave. */
export type OutboundQuestion = Readonly<{
  url: string;
  accept: string;
  userAgent: string;
  etag?: string | null;
  lastModified?: string | null;
}>;

/** What came back. `unchanged` only where the question carried an `etag` or `lastModified`. */
export type OutboundAnswer =
  | Readonly<{ kind: "unchanged" }>
  | Readonly<{
      kind: "body";
      bytes: Buffer;
      contentType: string | null;
      etag: string | null;
      lastModified: string | null;
    }>
  | Readonly<{ kind: "failed"; failure: OutboundFailure }>;

/** Characters of a validator that are kept; servers that send more are asked without one. */
const VALIDATOR_LENGTH = 500;

/**
 * Fetches what lies at an address that somebody typed, without letting it reach anything but the public internet: every
 * address that a name stands for is checked, the connection is made to a checked one, and each redirect goes through
 * the same again. Never throws: whatever goes wrong is a code.
 * @param stopping ends it early, as "timeout".
 */
export async function fetchPublic(
  question: OutboundQuestion,
  limits: OutboundLimits,
  policy: OutboundPolicy = publicPolicy,
  stopping?: AbortSignal,
): Promise<OutboundAnswer> {
  const deadline = AbortSignal.timeout(limits.totalMs);
  const signal = stopping === undefined ? deadline : AbortSignal.any([deadline, stopping]);
  try {
    return await follow(question, limits, policy, signal);
  } catch (error) {
    return { kind: "failed", failure: signal.aborted ? "timeout" : outboundFailure(error) };
  }
}

async function follow(
  question: OutboundQuestion,
  limits: OutboundLimits,
  policy: OutboundPolicy,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const headers = headersOf(question);
  const conditional = "if-none-match" in headers || "if-modified-since" in headers;
  let url = firstUrl(question.url);
  for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
    const addresses = await checkedAddresses(url, policy, signal);
    const answer = await ask({ url, addresses, headers, connectMs: limits.connectMs, signal });
    try {
      const next = redirectOf(answer.statusCode ?? 0, answer.headers.location, url);
      if (next === null) return await readAnswer(answer, conditional, limits.bytes);
      url = next;
    } finally {
      answer.destroy();
    }
  }
  throw new OutboundError("too_many_redirects");
}

/** Node would send a name and password that stand in an address; none ever stands in ours. */
function firstUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) throw new OutboundError("bad_answer");
  if (url.username !== "" || url.password !== "") throw new OutboundError("refused");
  return url;
}

function headersOf({ accept, userAgent, etag, lastModified }: OutboundQuestion): Record<string, string> {
  return {
    accept,
    "accept-encoding": ACCEPTED_ENCODINGS,
    "user-agent": userAgent,
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
}

async function checkedAddresses(
  url: URL,
  policy: OutboundPolicy,
  signal: AbortSignal,
): Promise<readonly HostAddress[]> {
  if (!policy.allowsPort(Number(url.port) || (url.protocol === "https:" ? 443 : 80))) {
    throw new OutboundError("private_address");
  }
  const literal = literalAddress(url.hostname);
  const addresses = literal === null ? await beforeAbort(policy.resolve(url.hostname), signal) : [literal];
  if (addresses.length === 0) throw new OutboundError("unknown_host");
  // One inner address among public ones is how a name is made to change its mind.
  if (!addresses.every(({ address }) => policy.allowsAddress(address))) throw new OutboundError("private_address");
  return addresses;
}

/** The resolver of the system cannot be called off, so its answer is not waited for. */
async function beforeAbort<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise, reject } = withReject();
  signal.addEventListener("abort", reject, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", reject));
}

function withReject(): { promise: Promise<never>; reject: () => void } {
  let reject = () => {};
  const promise = new Promise<never>((_resolve, refuse) => {
    reject = () => refuse(new OutboundError("timeout"));
  });
  return { promise, reject };
}

async function readAnswer(answer: IncomingMessage, conditional: boolean, mostBytes: number): Promise<OutboundAnswer> {
  const status = answer.statusCode ?? 0;
  if (status === 304 && conditional) return { kind: "unchanged" };
  if (status !== 200) throw new OutboundError(failureOfStatus(status));
  const bytes = await readBody(answer, mostBytes);
  const { etag, "last-modified": lastModified, "content-type": contentType = null } = answer.headers;
  return { kind: "body", bytes, contentType, etag: validator(etag), lastModified: validator(lastModified) };
}

function failureOfStatus(status: number): OutboundFailure {
  if (status === 429) return "too_busy";
  if (status >= 500) return "server_fault";
  if (status === 401 || status === 403 || status === 407) return "refused";
  return status === 404 || status === 410 ? "not_found" : "bad_answer";
}

function validator(value: string | undefined): string | null {
  return value === undefined || value.length > VALIDATOR_LENGTH || !/^[\x20-\x7e]+$/.test(value) ? null : value;
}
