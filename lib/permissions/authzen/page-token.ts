import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { env } from "@/env";
import { RequestError } from "./request-error";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const position = z.tuple([z.string(), z.int().min(0).nullable()]);

/** Where a search goes on: behind the record with this UUID, with pages of this size (null for the largest). */
export interface Position {
  readonly after: string;
  readonly limit: number | null;
}

/**
 * The token of a next page. It is encrypted, so that ids cannot be read from it, and sealed to `query`: with any other
 * query it does not open. Whoever changes AUTH_SECRET ends all tokens.
 * @param query what the search is about and who asks; the order of its fields means nothing.
 */
export function sealPosition({ after, limit }: Position, query: unknown): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, tokenKey(), nonce).setAAD(digest(query));
  const sealed = Buffer.concat([cipher.update(JSON.stringify([after, limit])), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/**
 * Where the search that this token came from goes on.
 * @throws RequestError 400 where the token was altered, made up, or belongs to another query.
 */
export function openPosition(token: string, query: unknown): Position {
  const bytes = Buffer.from(token, "base64url");
  try {
    const decipher = createDecipheriv(CIPHER, tokenKey(), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(digest(query)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    const [after, limit] = position.parse(JSON.parse(Buffer.concat([opened, decipher.final()]).toString("utf8")));
    return { after, limit };
  } catch (cause) {
    // Whatever the cipher minds about the token (length, tag, content), the caller did not get it from here for this query.
    throw new RequestError("page.token does not belong to this search.", { status: 400, cause });
  }
}

function tokenKey(): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", env.authSecret, "", "remit authzen page token", 32));
}

function digest(query: unknown): Buffer {
  return createHash("sha256").update(JSON.stringify(query, sortedFields)).digest();
}

function sortedFields(_name: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    : value;
}
