import { keptSecret, makeDataDir } from "@/db/embedded-cluster";
import type { Settings, SettingsSource } from "@/env";

/**
 * The settings of a process that uses the embedded server at `databaseUrl`, complete: what nobody has given is
 * generated into DATA_DIR or has its default. Only here is the flag set that lets demo mode be.
 */
export async function embeddedEnvironment(
  source: SettingsSource,
  settings: Settings,
  databaseUrl: string,
): Promise<Record<string, string | undefined>> {
  const dataDir = await makeDataDir(settings.DATA_DIR);
  return {
    ...source,
    DATABASE_URL: databaseUrl,
    REMIT_EMBEDDED: "1",
    AUTH_SECRET: settings.AUTH_SECRET ?? (await keptSecret(dataDir, "auth-secret")),
    APP_URL: settings.APP_URL ?? `http://localhost:${settings.PORT}`,
  };
}
