import "server-only";

/** A pattern for SQL's LIKE that matches texts which hold this one, its own `%`, `_` and `\` being plain letters. */
export function containing(text: string): string {
  return `%${literal(text)}%`;
}

/** The same for texts that begin with it. */
export function startingWith(text: string): string {
  return `${literal(text)}%`;
}

function literal(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
