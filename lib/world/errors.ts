import "server-only";
import type { z } from "zod";
import { LATER_ROLES } from "./later";

/** One thing wrong with a world file: where, as `partners[3].serviceAreas[0]`, and what. An empty path is the file itself. */
export type WorldError = Readonly<{ path: string; message: string }>;

/** A world file that cannot be loaded, with everything that is wrong with it. Nothing has been changed. */
export class WorldErrors extends Error {
  override readonly name = "WorldErrors";

  constructor(
    readonly errors: readonly WorldError[],
    options?: ErrorOptions,
  ) {
    super(errors.map(worldErrorLine).join("\n"), options);
  }
}

/** An error as one line: `path: message`. */
export function worldErrorLine({ path, message }: WorldError): string {
  return path === "" ? `the file: ${message}` : `${path}: ${message}`;
}

/** A place in the file as people write it: names joined by points, positions in brackets. */
function worldPath(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === "number") return `${path}[${part}]`;
    return path === "" ? String(part) : `${path}.${String(part)}`;
  }, "");
}

/** The errors of a shape check, one for each unknown key. */
export function shapeErrors(issues: readonly z.core.$ZodIssue[]): WorldError[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [{ path: worldPath(issue.path), message: issue.message }];
    return issue.keys.map((key) => ({ path: worldPath([...issue.path, key]), message: "unknown key" }));
  });
}

/** Words for what zod finds, for `safeParse(data, { error })`; undefined leaves zod's own. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") return typeMessage(String(issue.expected), issue.input);
  if (issue.code === "invalid_value") {
    const values = Array.isArray(issue.values) ? issue.values.map((value) => JSON.stringify(value)) : [];
    if (issue.input === undefined) return "is required";
    return `must be ${values.length === 1 ? "" : "one of "}${values.join(", ")}, not ${shown(issue.input)}`;
  }
  if (issue.code === "invalid_union") return roleMessage(issue.input);
  if (issue.code === "invalid_key") return "must not be blank";
  return undefined;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "a text",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function typeMessage(expected: string, input: unknown): string {
  if (input === undefined) return "is required";
  return `must be ${TYPE_NAMES[expected] ?? expected}, not ${shown(input)}`;
}

/** The value itself where it is short and plain, else its kind. */
function shown(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object" && input !== null) return "an object";
  const written = JSON.stringify(input) ?? String(input);
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}

/** The only union of the format is the list of roles, told apart by `role`. */
function roleMessage(input: unknown): string {
  const role = typeof input === "object" && input !== null && "role" in input ? input.role : undefined;
  if (role === undefined) return "is required";
  if (typeof role === "string" && LATER_ROLES.includes(role)) return `this portal does not hold the role "${role}" yet`;
  return `unknown role ${shown(role)}`;
}
