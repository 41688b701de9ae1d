import "server-only";
import { env, StartError } from "@/env";
import { APPLICATION_ROLE, readTransaction } from "./client";
import { connectionSentence } from "./connection-sentence";

/**
 * Returns when a transaction of the portal can be had: the login in DATABASE_URL works and may change over to the
 * role that serves. It need not be the one that migrates.
 * @throws StartError saying what is missing.
 */
export async function requireServingRole(): Promise<void> {
  try {
    await readTransaction(async () => undefined);
  } catch (error) {
    // Drizzle wraps what the server says; what fails before a statement comes as it is.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (!(cause instanceof Error && "code" in cause)) throw error;
    const user = new URL(env.databaseUrl).username;
    const message =
      cause.code === "42501"
        ? `The user in DATABASE_URL may not act as ${APPLICATION_ROLE}; have an administrator run: grant ${APPLICATION_ROLE} to ${user}.`
        : connectionSentence(cause, env.databaseUrl);
    throw new StartError(message, { cause: error });
  }
}
