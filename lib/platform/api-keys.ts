import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { apiKeys } from "@/db/schema/platform";
import { now } from "./clock";
import { newId } from "./ids";
import { newToken, plainHash, sameHash } from "./secrets";

/** What a key may ask: decisions about anybody (`authz:inspect`), which is all there is. */
export const apiKeyScopes = ["authz:inspect"] as const;

/** The reach of a key. */
export type ApiKeyScope = (typeof apiKeyScopes)[number];

/** What every key begins with, so that a leaked one is recognised by scanners. */
const KEY_PREFIX = "remit_";

/** A key in force, as a caller presents it. */
export type ApiKey = Readonly<{ id: string; name: string; scope: ApiKeyScope }>;

/** The key in force that this token opens, or null. */
export async function findApiKey(tx: Transaction, token: string): Promise<ApiKey | null> {
  if (!token.startsWith(KEY_PREFIX)) return null;
  const hash = plainHash(token);
  const [row] = await tx
    .select({ id: apiKeys.id, name: apiKeys.name, scope: apiKeys.scope, keyHash: apiKeys.keyHash })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, hash), isNull(apiKeys.revokedAt)));
  const scope = apiKeyScopes.find((known) => known === row?.scope);
  if (row === undefined || scope === undefined || !sameHash(row.keyHash, hash)) return null;
  return { id: row.id, name: row.name, scope };
}

/**
 * A new key, as text, which nobody can read again; only its hash is kept. Null when the name is taken, by a revoked
 * key too, because the audit trail speaks of keys by their name.
 */
export async function createApiKey(tx: Transaction, name: string, scope: ApiKeyScope): Promise<string | null> {
  const token = `${KEY_PREFIX}${newToken()}`;
  const made = await tx
    .insert(apiKeys)
    .values({ id: newId(), name, scope, keyHash: plainHash(token), createdAt: now() })
    .onConflictDoNothing({ target: apiKeys.name })
    .returning({ id: apiKeys.id });
  return made.length === 1 ? token : null;
}

/** A key as the list of keys shows it; `revokedAt` is null while it is in force. */
export type ApiKeyListItem = Readonly<{ name: string; scope: string; createdAt: Date; revokedAt: Date | null }>;

/** Every key there is or was, by name. */
export async function listApiKeys(tx: Transaction): Promise<ApiKeyListItem[]> {
  return tx
    .select({
      name: apiKeys.name,
      scope: apiKeys.scope,
      createdAt: apiKeys.createdAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .orderBy(asc(apiKeys.name));
}

/** Takes a key out of force from the next request on. False when there is none of this name in force. */
export async function revokeApiKey(tx: Transaction, name: string): Promise<boolean> {
  const revoked = await tx
    .update(apiKeys)
    .set({ revokedAt: now() })
    .where(and(eq(apiKeys.name, name), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return revoked.length === 1;
}
