/**
 * An unexpected fault for the terminal: its message, where it arose and what caused it, in so far as none of this holds
 * people's data. Of a refused statement the text is shown, with the server's code and constraint; left out are the
 * parameters and what the server quotes from them: detail, context, and the message of a data exception.
 */
export function faultReport(fault: unknown): string {
  const parts: string[] = [];
  for (let at = fault; parts.length === 0 || (at !== undefined && at !== null); ) {
    if (!(at instanceof Error)) {
      parts.push(String(at));
      break;
    }
    parts.push(`${ownWords(at)}${framesOf(at)}`);
    at = at.cause;
  }
  return parts.join("\nCaused by: ");
}

/** Class 22 of PostgreSQL's codes: the message says which value it could not read. */
const DATA_EXCEPTION = /^22/;

function ownWords(error: Error): string {
  if ("params" in error && "query" in error) return `Failed query: ${String(error.query)}`;
  if (!("severity" in error && "code" in error)) return `${error.name}: ${error.message}`;
  const code = String(error.code);
  const message = DATA_EXCEPTION.test(code) ? "a value that it cannot take" : error.message;
  const constraint = "constraint_name" in error ? `, constraint ${String(error.constraint_name)}` : "";
  return `${error.name}: ${message} (code ${code}${constraint})`;
}

/** The stack without its first lines, which repeat the message: a message may be of several lines. */
function framesOf({ message, stack = "" }: Error): string {
  const at = stack.indexOf(message);
  const frames = at < 0 ? "" : stack.slice(at + message.length);
  return /^\n\s+at /.test(frames) ? frames : "";
}
