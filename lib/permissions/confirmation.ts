import "server-only";
import { keyedHash, sameHash } from "@/lib/platform/secrets";
import type { Decision } from "./decide";

/** Which record is to change, as its row was loaded. `version` is that row's own wherever rows of its kind have one. */
export type ConfirmedRecord<Row> = Readonly<{
  type: string;
  id: string;
  version: Row extends Readonly<{ version: infer Version }> ? Version : null;
}>;

/** A change somebody is asked to confirm: by whom, which act, on which state of which record, what exactly, at what cost. */
export type Change = Readonly<{
  actorId: string;
  /** The action's name, such as `partner.update`. */
  action: string;
  record: Readonly<{ type: string; id: string; version: unknown }>;
  /** The parsed input: plain data, and dates. */
  input: unknown;
  disappearing: Decision["disappearing"];
}>;

/**
 * The text by which this person confirms this change and no other: it fits neither another actor, nor other values, nor
 * a record that has been changed meanwhile, nor other records disappearing. Keyed, so that nobody makes one up; the same
 * change has the same text again. Source: places.md section 6.
 * @throws Error for input with parts that are no plain data, such as files: they would not be part of the text.
 */
export function confirmationOf({ actorId, action, record, input, disappearing }: Change): string {
  const records = disappearing.map(({ type, id }) => JSON.stringify([type, id])).sort();
  const { type, id, version } = record;
  return keyedHash(
    "confirmation",
    JSON.stringify([actorId, action, type, id, canonical(version), canonical(input), records]),
  );
}

/** Whether the text that was sent back confirms this change, in a time that does not tell how near it came. */
export function isConfirmed(change: Change, confirmed: string | null): boolean {
  return confirmed !== null && sameHash(confirmed, confirmationOf(change));
}

/** The same data in one order: objects as sorted pairs under a mark of their own, so that no list looks like them. */
function canonical(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (value instanceof Date) return { date: value.toISOString() };
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === "object" && isPlain(value)) {
    const pairs = Object.entries(value).filter(([, part]) => part !== undefined);
    return { object: pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, canonical(part)]) };
  }
  throw new Error("Only plain data can be confirmed.");
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
