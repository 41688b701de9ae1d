import "server-only";
import { headers } from "next/headers";
import { env } from "@/env";
import { newId } from "./ids";

/** The header that `proxy.ts` puts a fresh id into for every request; whatever a client sends under it is replaced. */
export const REQUEST_ID_HEADER = "x-request-id";

/** The header that `proxy.ts` puts path and query of the page into, for returning to it after sign-in. */
export const REQUEST_PATH_HEADER = "x-remit-path";

/** The id of the request that is being answered: it stands in the log, in audit events and under error sentences. */
export async function requestId(): Promise<string> {
  return (await headers()).get(REQUEST_ID_HEADER) ?? newId();
}

/** Path and query of the page that was asked for, beginning with a slash. */
export async function requestPath(): Promise<string> {
  return (await headers()).get(REQUEST_PATH_HEADER) ?? "/";
}

/** The browser's own description of itself, or nothing. */
export async function requestUserAgent(): Promise<string> {
  return (await headers()).get("user-agent") ?? "";
}

/** Where the request comes from, for rate limits: see `sourceOf`. */
export async function requestSource(): Promise<string> {
  return sourceOf((await headers()).get("x-forwarded-for"), env.embedded);
}

/**
 * The source address that rate limits count by. In embedded mode the portal listens on the machine itself, so every
 * request has one source and the header is ignored. Otherwise a reverse proxy stands before the portal and adds the
 * address it saw as the last entry of X-Forwarded-For; earlier entries come from the client and prove nothing.
 * Where no proxy adds any, the framework fills in the connection's address. IPv6 counts by /64, the unit one
 * household or machine is given, and an address that is none counts as "unknown". Source: docs/adr/0041.
 */
export function sourceOf(forwardedFor: string | null, embedded: boolean): string {
  if (embedded) return "this machine";
  const last = forwardedFor?.split(",").at(-1)?.trim().toLowerCase() ?? "";
  const mapped = last.startsWith("::ffff:") && last.includes(".") ? last.slice("::ffff:".length) : last;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(mapped)) return mapped;
  return /^[0-9a-f:]+$/.test(mapped) && mapped.includes(":") ? networkOf(mapped) : "unknown";
}

function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: gap }, () => "0"), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
