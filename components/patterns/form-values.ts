import type { FormValues } from "@/lib/platform/action/result";
import { titled } from "./titled";

/** One fault as a schema of zod reports it. */
export type SchemaIssue = Readonly<{ path: readonly PropertyKey[]; message: string }>;

/** What a form's schema must be able to do: any schema of zod/mini can. */
export type FormSchema = Readonly<{
  safeParse: (
    values: unknown,
  ) => Readonly<{ success: true }> | Readonly<{ success: false; error: { issues: readonly SchemaIssue[] } }>;
}>;

/** The name under which a fault of the whole form is kept. */
export const WHOLE_FORM = "root";

/**
 * A form's data as an object, the same that the server makes of it: one text a name, a list where a name is repeated,
 * without files and without the fields that the framework and the form add for themselves.
 */
export function formValues(form: FormData): FormValues {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  return Object.fromEntries(
    names.map((name) => {
      const texts = form.getAll(name).filter((value) => typeof value === "string");
      const [first = ""] = texts;
      return [name, texts.length === 1 ? first : texts];
    }),
  );
}

/** One sentence for each field that a schema finds wrong, the first one said of it; empty where nothing is wrong. */
export function schemaErrors(schema: FormSchema, values: FormValues): Readonly<Record<string, string>> {
  const result = schema.safeParse(values);
  if (result.success) return {};
  const found = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const name = String(path[0] ?? WHOLE_FORM);
    if (!found.has(name)) found.set(name, message);
  }
  return Object.fromEntries(found);
}

/**
 * The names whose values differ, in the order in which they first appear. A name that one side lacks counts as empty
 * there; ends of lines and blanks at the ends of a text make no difference, nor does the order of a list.
 */
export function differingNames(one: FormValues, other: FormValues): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => !sameValue(one[name], other[name]));
}

/** Whether two values are the same in that sense. */
export function sameValue(one: FormValues[string] | undefined, other: FormValues[string] | undefined): boolean {
  return comparable(one) === comparable(other);
}

/** A value as one text: a list's parts in their order, nothing as an empty text. */
export function valueText(value: FormValues[string] | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : value.filter((part) => part !== "").join(", ");
}

/** A value as a list: of one text one part, of nothing none. */
export function valueList(value: FormValues[string] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** A field's name in words, where nobody gave a label: `publicContactName` → "Public contact name". */
export function nameInWords(name: string): string {
  return titled(name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase());
}

function comparable(value: FormValues[string] | undefined): string {
  const parts = valueList(value).map((part) => part.replaceAll("\r\n", "\n").trim());
  return JSON.stringify(parts.filter((part) => part !== "").toSorted());
}
