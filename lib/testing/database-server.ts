import "server-only";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  /** What the global set-up hands to every test file. */
  interface ProvidedContext {
    /** Address of the migrated template; test databases are cloned from it and nothing else connects to it. */
    templateUrl: string;
  }
}

/** Vitest's global set-up: one embedded server in a temporary folder with one migrated template; gone after the run. */
export default async function setUpDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "remit-test-"));
  // As root the server runs as another user, who must be able to enter.
  await chmod(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, keeper: "test", durable: false, say: () => undefined });
  await migrate(server.url);
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
    if (!server.folder.startsWith(dataDir)) await rm(dirname(server.folder), { recursive: true, force: true });
  };
}
