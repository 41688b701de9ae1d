import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { ROOT_FOLDER } from "./root-folder";

/** Milliseconds a process gets to finish what it is doing before it is killed. */
const GRACE_MS = 10_000;

/** A process of the supervisor's, leading a process group of its own. */
export type Child = Readonly<{
  name: string;
  /** Settles with a phrase such as `exit code 1` when the process has ended, for whatever reason. */
  ended: Promise<string>;
  /** Ends the whole group: asked first, killed after ten seconds. */
  stop: () => Promise<void>;
}>;

/**
 * Starts Node.js on `args` in the checkout. The process does not hear Ctrl-C by itself: the supervisor decides the
 * order of ending. It kills its own group as soon as the supervisor is gone.
 */
export function startChild(name: string, args: readonly string[], environment: NodeJS.ProcessEnv): Child {
  const watch = new URL("watch-parent.js", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", watch, ...args], {
    cwd: ROOT_FOLDER,
    env: environment,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
    child.once("error", (error) => resolve(error.message));
  });
  return { name, ended, stop: () => stopGroup(child, ended) };
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  signalGroup(child, "SIGTERM");
  await Promise.race([ended, delay(GRACE_MS, undefined, { ref: false })]);
  signalGroup(child, "SIGKILL");
  await ended;
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    return; // Nobody of the group is left.
  }
}
