import "server-only";
import { OutboundError } from "./failure";

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Where an answer sends us on to; null when it does not. A secure way never goes on over an insecure one.
 * @throws OutboundError `bad_redirect` for an address that is none, of another scheme, or with a name and password.
 */
export function redirectOf(status: number, location: string | undefined, from: URL): URL | null {
  if (!REDIRECTS.includes(status)) return null;
  if (location === undefined || !URL.canParse(location, from)) throw new OutboundError("bad_redirect");
  const next = new URL(location, from);
  const allowed = from.protocol === "https:" ? ["https:"] : ["http:", "https:"];
  if (!allowed.includes(next.protocol) || next.username !== "" || next.password !== "") {
    throw new OutboundError("bad_redirect");
  }
  return next;
}
