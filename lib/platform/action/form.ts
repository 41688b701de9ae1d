import "server-only";
import { LOADED_FIELD } from "./constants";
import type { FormValues } from "./result";

/** Plain input of an action: what a schema parses. Values are texts, lists of texts, files, or whatever a caller passed. */
export type ActionInput = Readonly<Record<string, unknown>>;

/**
 * An action's input as an object. Of a form: one text a name, a list where a name is repeated, without the fields
 * that the framework (`$ACTION_…`) and the form (`LOADED_FIELD`) add for themselves. An object passes as it is; anything else counts as empty, and the schema refuses it.
 */
export function toInput(sent: unknown): ActionInput {
  if (sent instanceof FormData) return formInput(sent);
  return typeof sent === "object" && sent !== null && !Array.isArray(sent) ? { ...sent } : {};
}

/** The texts of an input, for showing them again in the form; files and structured values are left out. */
export function typedValues(input: ActionInput): FormValues {
  const texts = Object.entries(input).filter(
    (entry): entry is [string, string | string[]] => typeof entry[1] === "string" || isTexts(entry[1]),
  );
  return Object.fromEntries(texts);
}

/** What a form said of the record as it was opened, for giving it back; undefined where it said nothing. */
export function loadedText(sent: unknown): string | undefined {
  const text = sent instanceof FormData ? sent.get(LOADED_FIELD) : null;
  return typeof text === "string" ? text : undefined;
}

function formInput(form: FormData): ActionInput {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === "string");
}
