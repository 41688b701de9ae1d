import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { STOP_GRACE_MS } from "@/lib/platform/stop-grace";
import { ROOT_FOLDER } from "./root-folder";

/** A process of the supervisor's, leading a process group of its own. */
export type Child = Readonly<{
  name: string;
  /** Settles with a phrase such as `exit code 1` when the process has ended, for whatever reason. */
  ended: Promise<string>;
  /** What it has said on either output, when that is kept; empty when it is shown. */
  said: () => string;
  /** True once `stop` has been called. */
  isStopping: () => boolean;
  /** Ends the whole group: asked first, killed after ten seconds. */
  stop: () => Promise<void>;
}>;

/**
 * Starts Node.js on `args` in the checkout. The process does not hear Ctrl-C by itself: the supervisor decides the
 * order of ending. It kills its own group as soon as the supervisor is gone.
 * @param output `keep` collects what it says instead of showing it.
 */
export function startChild(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  output: "show" | "keep" = "show",
): Child {
  const watch = new URL("watch-parent.js", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", watch, ...args], {
    cwd: ROOT_FOLDER,
    env: environment,
    stdio: output === "show" ? ["ignore", "inherit", "inherit", "ipc"] : ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  const texts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => texts.push(text));
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
    child.once("error", (error) => resolve(error.message));
  });
  let stopping = false;
  const stop = () => {
    stopping = true;
    return stopGroup(child, ended);
  };
  return { name, ended, said: () => texts.join(""), isStopping: () => stopping, stop };
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  signalGroup(child, "SIGTERM");
  await Promise.race([ended, delay(STOP_GRACE_MS, undefined, { ref: false })]);
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
