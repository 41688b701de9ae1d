import * as z from "zod/mini";

/** What PostgreSQL cannot keep in a text: the null character and halves of surrogate pairs. */
const UNSTORABLE = /[\p{Surrogate}\0]/u;

/** What has no place in a text of one line: control characters, line breaks among them. */
const CONTROL = /\p{Cc}/u;

/** The longest code, id or e-mail address that the portal holds, in UTF-16 units: more than any that was given to it. */
const LONGEST_KEY = 500;

/** One line, without the spaces around it and with one space between words. */
function tidyLine(value: string): string {
  return value.trim().replaceAll(/[^\S\r\n]+/g, " ");
}

/** Several lines with plain line ends: forms send them as CR LF. */
function tidyLines(value: string): string {
  return value.replaceAll(/\r\n?/g, "\n").trim();
}

/** A text that can be kept, tidied as given. `what` stands in the sentence about its length: "Keep the name to 120 characters." */
export function tidyText(tidy: (value: string) => string, what: string, longest: number) {
  return z.string("This is no text.").check(
    z.overwrite(tidy),
    z.maxLength(longest, `Keep ${what} to ${longest.toLocaleString("en-GB")} characters.`),
    z.refine((value) => !UNSTORABLE.test(value), "This holds a character that cannot be kept. Type it anew."),
  );
}

/** A text of one line, tidied. */
export function line(what: string, longest: number) {
  return tidyText(tidyLine, what, longest).check(
    z.refine((value) => !CONTROL.test(value), "Write this on one line, without tabs."),
  );
}

/** A text of several lines, with plain line ends and without blank ones around it. */
export function lines(what: string, longest: number) {
  return tidyText(tidyLines, what, longest);
}

/** A check of what is not blank: a blank field is one that is cleared. */
export function unlessBlank(holds: (value: string) => boolean, sentence: string) {
  return z.refine<string>((value) => value === "" || holds(value), sentence);
}

/** The schema, or the value as it is where only line ends and the spaces around it differ: what was loaded outside today's bounds may stay. */
export function keptOr(schema: z.ZodMiniType<string, string>, kept: string): z.ZodMiniType<string, string> {
  return z.pipe(
    z.string("This is no text."),
    z.transform((value, context) => {
      if (tidyLines(value) === tidyLines(kept)) return kept;
      const parsed = schema.safeParse(value);
      if (parsed.success) return parsed.data;
      for (const { message } of parsed.error.issues) {
        context.issues.push({ code: "custom", input: value, message, continue: true });
      }
      return value;
    }),
  );
}

/** The key of a record in a hidden field or an address: a UUID, a code, an external id or an e-mail address. */
export function recordKey(missing: string, unknown: string) {
  const there = z.minLength(1, missing);
  return z.string(missing).check(z.trim(), there, z.maxLength(LONGEST_KEY, unknown), storable(unknown));
}

/** The same of a record that need not be named; blank where it is not. */
export function optionalKey(unknown: string) {
  return z.string(unknown).check(z.trim(), z.maxLength(LONGEST_KEY, unknown), storable(unknown));
}

function storable(unknown: string) {
  return z.refine<string>((value) => !UNSTORABLE.test(value), unknown);
}

/** Any number of keys, of a field that is repeated or there once, each one once. Blank rows are ignored; `tooMany` is the sentence above `most`. */
export function keyList(most: number, tooMany: string) {
  return z.pipe(
    z.union([z.string(), z.array(z.string())], tooMany),
    z.transform((value, context) => {
      const list = [...new Set([value].flat().map((key) => key.trim()))].filter(Boolean);
      if (list.length > most || list.some((key) => key.length > LONGEST_KEY || UNSTORABLE.test(key))) {
        context.issues.push({ code: "custom", input: value, message: tooMany, continue: true });
      }
      return list;
    }),
  );
}

/**
 * A field of which one value is chosen, by a box that can be ticked off again: it may come twice, first blank to say that
 * it was asked for. Blank where nothing is chosen; `tooMany` is the sentence about more than one.
 */
export function oneChosen(schema: z.ZodMiniType<string, string>, tooMany: string) {
  return z.pipe(
    z.pipe(
      z.union([z.string(), z.array(z.string())], "This is no text."),
      z.transform((value, context) => {
        const [chosen = "", ...others] = [value].flat().filter((key) => key.trim() !== "");
        if (others.length > 0) context.issues.push({ code: "custom", input: value, message: tooMany, continue: true });
        return chosen;
      }),
    ),
    schema,
  );
}

/** The version of the record that a form was filled in on. */
export const version = z.coerce
  .number("Load the page again: what was being edited is not said.")
  .check(z.int("Load the page again: what was being edited is not said."), z.positive("Load the page again."));

/** A day as date fields send it, `YYYY-MM-DD`; null for a blank field. */
export const optionalDay = z.pipe(
  z.string("This is no day."),
  z.transform((value, context) => {
    const day = value.trim();
    if (day === "") return null;
    if (!z.iso.date().safeParse(day).success || day.startsWith("0000")) {
      context.issues.push({ code: "custom", input: value, message: "Give a real day.", continue: true });
    }
    return day;
  }),
);

/** The sentence about fields that a form does not have: they are refused, not dropped in silence. */
export const noOthers = {
  error: (issue: { code?: string }) =>
    issue.code === "unrecognized_keys" ? "The form was sent with a field that it does not have." : undefined,
};
