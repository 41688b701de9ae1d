import type { FormValues } from "@/lib/platform/action/result";
import type { StaleRecord } from "@/lib/platform/errors";
import type { FormFailure } from "./form-submission";
import { sameValue } from "./form-values";

/** A record as it stood when its form was opened: the measure by which one person's changes are told from another's. */
export type LoadedRecord = Readonly<{
  values: FormValues;
  /** What the form shows but holds in no field as a whole, in words by its label: as in `StaleRecord`. */
  facts?: Readonly<Record<string, string>>;
  /** How values that are no words read. */
  words?: Readonly<Record<string, string>>;
}>;

/** One field that the other person changed, in its three states. */
export type MetField = Readonly<{
  name: string;
  /** Undefined where the form did not say how it began. */
  before: FormValues[string] | undefined;
  theirs: FormValues[string];
  mine: FormValues[string];
  /** Whether this form's person changed it as well, to something else. Where not, theirs is taken over. */
  both: boolean;
}>;

/** What the other person changed of the rest, in words. */
export type MetFact = Readonly<{ label: string; before: string; now: string }>;

/** Two changes of one record that have met. */
export type Meeting = Readonly<{
  fields: readonly MetField[];
  facts: readonly MetFact[];
  words: Readonly<Record<string, string>>;
}>;

/** The record as the hidden field carries it. */
export function writeLoaded({ values, facts, words }: LoadedRecord): string {
  return JSON.stringify({ values, facts, words });
}

/** The record that a hidden field carried; null where it is not one. */
export function readLoaded(text: string | undefined): LoadedRecord | null {
  try {
    const read: unknown = JSON.parse(text ?? "");
    return isLoaded(read) ? read : null;
  } catch {
    return null;
  }
}

function isLoaded(read: unknown): read is LoadedRecord {
  if (!isRecord(read) || !isRecord(read.values)) return false;
  const { values, facts = {}, words = {} } = read;
  const texts = (value: unknown) => isRecord(value) && Object.values(value).every((text) => typeof text === "string");
  const lists = Object.values(values).flat();
  return lists.every((text) => typeof text === "string") && texts(facts) && texts(words);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What somebody else changed against what the form was opened with, and whether it meets what was typed. The measure
 * travels with the form as a hidden field and comes back with the refusal: a page that answers a post without scripts is
 * made from the record as it is by then, and knows no older one. Fields that the form did not post are not the form's:
 * they are left out. Where no measure came back, every field that differs counts as changed by both.
 */
export function meetingOf({ values: mine = {}, loaded }: FormFailure, stale: StaleRecord): Meeting {
  const before = readLoaded(loaded);
  const began = before?.values ?? {};
  const fields = Object.entries(stale.values).flatMap(([name, theirs]): MetField[] => {
    const own = mine[name];
    if (own === undefined || name === "version") return [];
    const known = Object.hasOwn(began, name);
    const agreed = sameValue(theirs, own);
    const untouched = known && sameValue(own, began[name]);
    const changed = known ? !sameValue(theirs, began[name]) : !agreed;
    return changed ? [{ name, before: began[name], theirs, mine: own, both: !agreed && !untouched }] : [];
  });
  const facts = Object.entries(stale.facts ?? {}).flatMap(([label, now]): MetFact[] => {
    const was = before?.facts?.[label];
    return was === undefined || was === now ? [] : [{ label, before: was, now }];
  });
  return { fields, facts, words: { ...before?.words, ...stale.words } };
}

/** The values of the fields in which only the other person changed something: what a save must not take back. */
export function takenOver({ fields }: Meeting): FormValues {
  return Object.fromEntries(fields.filter(({ both }) => !both).map(({ name, theirs }) => [name, theirs]));
}

/** How a value reads among these words; undefined where none of them is its own. */
export function wordOf(words: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.hasOwn(words, value) ? words[value] : undefined;
}
