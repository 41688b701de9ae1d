import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { StartError } from "@/env";

/** Milliseconds in which a server that has just been killed lets go of its port. */
const RELEASE_MS = 2_000;

/**
 * Returns when `port` can be listened on.
 * @param host null for all interfaces.
 * @throws StartError when another program has it, or the system reserves it.
 */
export async function requireFreePort(port: number, host: string | null): Promise<void> {
  const deadline = Date.now() + RELEASE_MS;
  for (;;) {
    const code = await tryListening(port, host);
    if (code === null) return;
    if (code !== "EADDRINUSE")
      throw new StartError(`This user may not listen on port ${port}; choose another with PORT=… (${code}).`);
    if (Date.now() > deadline)
      throw new StartError(`Port ${port} is taken by another program; stop it or choose another with PORT=…`);
    await delay(100);
  }
}

function tryListening(port: number, host: string | null): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    probe.listen({ port, host: host ?? undefined }, () => probe.close(() => resolve(null)));
  });
}
