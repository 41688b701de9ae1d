import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { StartError } from "@/env";

// The database server of a test run, with the migrated template in it: `run.js test-server FOLDER`, started over a
// channel, tells its address there. When the channel closes, however the test run has ended, server and folder go.
const dataDir = process.argv[2];
if (dataDir === undefined || process.send === undefined)
  throw new StartError("This command is for test runs: use npm test.");
const ending = new AbortController();
const disconnected = new Promise<void>((resolve) => {
  process.once("disconnect", resolve);
  // The test run may have ended while this file was being loaded, and with nobody to hear it.
  if (!process.connected) resolve();
});
void disconnected.then(() => ending.abort());
try {
  const { signal } = ending;
  const server = await startEmbedded({ dataDir, keeper: "test", durable: false, say: () => undefined, signal });
  try {
    await migrate(server.url);
    if (process.connected) process.send(server.url);
    await Promise.race([disconnected, server.ended]);
  } finally {
    await server.stop();
    if (!server.folder.startsWith(dataDir)) await rm(dirname(server.folder), { recursive: true, force: true });
  }
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
process.exit();
