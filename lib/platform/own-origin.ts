import "server-only";
import { env } from "@/env";

const ACCESS_ROOT = "/access/v1/";

/** What of a request tells where it was made: its method, path and two headers that scripts cannot forge. */
export type RequestOrigin = Readonly<{
  method: string;
  path: string;
  origin: string | null;
  fetchSite: string | null;
}>;

/**
 * Whether a request may go on as far as its origin is concerned. Reading always may. Anything else must come from our
 * own pages: by its Origin, or where a browser leaves that out by Sec-Fetch-Site; with neither it is refused. Exempt are
 * the endpoints for other systems.
 */
export function isOwnRequest({ method, path, origin, fetchSite }: RequestOrigin): boolean {
  if (method === "GET" || method === "HEAD") return true;
  if (isAccessPath(path)) return true;
  return origin === null ? fetchSite === "same-origin" : ownOrigins().includes(origin);
}

/**
 * Whether a path belongs to the interface for other systems, which is opened by a key and not by a session. Also where
 * there is no endpoint: a system that asks for one which does not exist yet must read 404 and not "from another site".
 */
export function isAccessPath(path: string): boolean {
  return path.startsWith(ACCESS_ROOT);
}

/**
 * The origins that are ours: that of APP_URL, and in embedded mode every name that this machine has for itself, because
 * people type either.
 */
function ownOrigins(): string[] {
  const loopback = ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${env.port}`);
  return env.embedded ? [env.appUrl, ...loopback.map((origin) => new URL(origin).origin)] : [env.appUrl];
}
