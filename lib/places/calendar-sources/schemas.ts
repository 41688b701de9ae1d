import { SOURCE_LENGTH } from "./constants";

/** The address of a calendar as it is fetched and shown, and what tells it from every other one: scheme left out, host in small letters. */
export type CalendarSource = Readonly<{ url: string; key: string }>;

/** Endings of names that never lead out of a house or a machine. Source: RFC 6761, RFC 6762, RFC 8375 and ICANN's reservation of internal. */
const INNER_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|home\.arpa|corp|onion)$/;

/** How Google marks the address that only a calendar's owner may know. */
const GOOGLE_SECRET = /^\/calendar\/ical\/[^/]+\/private-/;

/**
 * The source that somebody typed, in one form: `webcal` becomes `https`, a fragment falls away, the host is in small
 * letters. Where it cannot be a public calendar, the sentence that says why. Says nothing about what a name resolves to:
 * that is checked whenever the source is fetched. Source: domains/places.md section 7 (unique and never private).
 */
export function normaliseSource(text: string): CalendarSource | string {
  const typed = text.trim();
  if (typed.length > SOURCE_LENGTH) return `Use an address of at most ${SOURCE_LENGTH} characters.`;
  const secured = typed.replace(/^webcals?:/i, "https:");
  if (!/^https?:\/\/[^/]/i.test(secured))
    return "Give the whole address, beginning with https://, http:// or webcal://.";
  if (!URL.canParse(secured)) return "This is not an address that a calendar can have.";
  const url = new URL(secured);
  const refusal = refusalOf(url);
  if (refusal !== null) return refusal;
  url.hash = "";
  // One machine's name may be written with the dot of the root behind it.
  url.hostname = url.hostname.replace(/\.$/, "");
  if (url.href.length > SOURCE_LENGTH) return `Use an address of at most ${SOURCE_LENGTH} characters.`;
  return { url: url.href, key: url.href.slice(url.protocol.length + 2) };
}

function refusalOf(url: URL): string | null {
  if (url.username !== "" || url.password !== "") {
    return "Leave out the name and password: a private address must not be published here.";
  }
  if (url.hostname.endsWith("google.com") && GOOGLE_SECRET.test(url.pathname)) {
    return "This is the calendar’s secret address, which must not be published here; use its public address.";
  }
  if (url.port !== "") return "Leave out the port: calendars are fetched from the usual ones only.";
  const host = url.hostname.replace(/\.$/, "");
  if (isNumeric(host)) return "Use the name of the server, not its number.";
  if (!host.includes(".") || INNER_NAMES.test(host)) {
    return "This address leads to a private network; use one that everybody can open.";
  }
  return null;
}

/** Every form of a number becomes dotted decimals when an address is parsed; only one of IPv6 stands in brackets. */
function isNumeric(host: string): boolean {
  return host.startsWith("[") || /^[\d.]+$/.test(host);
}
