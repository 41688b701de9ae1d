import "server-only";
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { env } from "@/env";

/** What a secret is for: hashes of one purpose never fit another. */
export type SecretPurpose = "sign-in-link" | "sign-in-code" | "session" | "rate-limit" | "confirmation";

/** A new random token of 256 bits, 43 characters that need no escaping in a link or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A new random code of six digits, leading noughts included. It is short, so whoever checks it must count attempts. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/**
 * The hash that stands in the database instead of a secret: HMAC-SHA-256 under AUTH_SECRET, in hexadecimal. Keyed,
 * because six digits could be found again from a plain hash; changing AUTH_SECRET ends every session and challenge.
 */
export function keyedHash(purpose: SecretPurpose, secret: string): string {
  return createHmac("sha256", env.authSecret).update(`${purpose}\n${secret}`).digest("hex");
}

/** SHA-256 in hexadecimal, for tokens of full length that must outlive a change of AUTH_SECRET. */
export function plainHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether two hashes are the same, in a time that does not tell where they differ. */
export function sameHash(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
