import "server-only";
import { type CalendarSource, normaliseSource } from "@/lib/places/calendar-sources/schemas";
import { orNull } from "./parse";

/**
 * The source of a calendar of a file, as it is stored; null where it has none. `fault` says what is wrong with it.
 * An address that is public by every rule is taken as the form takes it. One that is not, such as that of a private
 * network, breaks a rule of business: it is stored as it is where only the structure is asked for, so that it shows
 * on the lists of what needs repair. Fetching asks every rule again, whatever is stored.
 */
export function fileSource(
  url: string | null | undefined,
  structureOnly: boolean,
): CalendarSource | null | { fault: string } {
  const typed = orNull(url);
  if (typed === null) return null;
  const source = normaliseSource(typed);
  if (typeof source !== "string") return source;
  const loose = looseSource(typed);
  if (loose === null) return { fault: "must be an http, https or webcal address without user name and password" };
  return structureOnly ? loose : { fault: source };
}

/** True for a stored source that comes back only with the rules relaxed. */
export function isLooseSource(url: unknown): boolean {
  return typeof url === "string" && typeof normaliseSource(url) === "string";
}

function looseSource(typed: string): CalendarSource | null {
  const secured = typed.trim().replace(/^webcals?:/i, "https:");
  if (!/^https?:\/\/[^/]/i.test(secured) || !URL.canParse(secured)) return null;
  const url = new URL(secured);
  if (url.username !== "" || url.password !== "") return null;
  url.hash = "";
  return { url: url.href, key: url.href.slice(url.protocol.length + 2) };
}
