import "server-only";
import { RequestError } from "./request-error";

/** The most bytes of a request body: 1 MiB. Source: AUTHZEN section 7. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** The most levels of objects and lists in a body; no question needs more than a few. */
const MAX_DEPTH = 64;

/**
 * The body of a request as a JSON object.
 * @throws RequestError 400 for another content type, a body that is too large (read no further than that), text that is
 * no UTF-8, and JSON that is malformed or no object.
 */
export async function readJsonObject(request: Request): Promise<Readonly<Record<string, unknown>>> {
  if (!isJson(request.headers.get("content-type") ?? "")) {
    throw new RequestError("The content type must be application/json.", { status: 400 });
  }
  const value = parse(await readBytes(request));
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RequestError("The body must be a JSON object.", { status: 400 });
  }
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw new RequestError(`The body must not be nested deeper than ${MAX_DEPTH} levels.`, { status: 400 });
  }
  return value as Record<string, unknown>;
}

/** Level by level and not by recursion: a deep body is just what would exhaust the stack. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < levels; depth++) {
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
    if (level.length === 0) {
      return false;
    }
  }
  return level.some((item) => typeof item === "object" && item !== null);
}

function isJson(contentType: string): boolean {
  const [mediaType = "", ...parameters] = contentType.toLowerCase().split(";");
  return (
    mediaType.trim() === "application/json" &&
    parameters.every((parameter) => !/^\s*charset\s*=/.test(parameter) || /=\s*"?utf-8"?\s*$/.test(parameter))
  );
}

async function readBytes(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) {
      throw new RequestError(`The body must not be larger than ${MAX_BODY_BYTES} bytes.`, { status: 400 });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    // Both the decoder and the parser quote what they choked on, which may be personal: it stays in the cause.
    throw new RequestError("The body is not valid JSON.", { status: 400, cause });
  }
}
