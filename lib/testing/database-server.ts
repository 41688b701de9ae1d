import "server-only";
import { spawn } from "node:child_process";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { inheritedEnvironment } from "@/env";

declare module "vitest" {
  /** What the global set-up hands to every test file. */
  interface ProvidedContext {
    /** Address of the migrated template; test databases are cloned from it and nothing else connects to it. */
    templateUrl: string;
  }
}

/** A server for tests. It ends, and takes its folder with it, when this process ends in whatever way. */
export type TestServer = Readonly<{
  /** Address of the migrated template, as its owner. */
  templateUrl: string;
  /** Temporary folder that holds everything of the server's. */
  dataDir: string;
  /** Ends the server and resolves when its folder is gone. */
  stop: () => Promise<void>;
}>;

const ROOT_FOLDER = join(import.meta.dirname, "../..");

/** Vitest's global set-up: one embedded server in a temporary folder with one migrated template; gone after the run. */
export default async function setUpDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide("templateUrl", server.templateUrl);
  return server.stop;
}

/**
 * Starts a server with one migrated template, in a process that Ctrl-C does not reach and that watches this one.
 * @throws Error when it does not start; the reason is then on standard error.
 */
export async function startTestServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "remit-test-"));
  // As root the server runs as another user, who must be able to enter.
  await chmod(dataDir, 0o711);
  const child = spawn(process.execPath, ["commands/run.js", "test-server", dataDir], {
    cwd: ROOT_FOLDER,
    env: inheritedEnvironment(),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const templateUrl = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(String(message)));
    child.once("error", reject);
    void ended.then(() => reject(new Error("The database server for the tests did not start")));
  });
  const stop = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  return { templateUrl, dataDir, stop };
}
