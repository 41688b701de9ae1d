import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { inheritedEnvironment } from "@/env";

/** How a command ended and all it has said. `exitCode` is null when a signal ended it. */
export type Ended = Readonly<{ exitCode: number | null; stdout: string; stderr: string }>;

/** A command that runs. `said` is what has come on standard output so far. */
export type RunningCommand = Readonly<{ child: ChildProcess; said: () => string; ended: Promise<Ended> }>;

const ROOT_FOLDER = join(import.meta.dirname, "../..");

/**
 * Starts `npm run NAME` without npm, with no settings but those given.
 * @param environment settings; HOME, PATH and TMPDIR of this process are added.
 * @param preload JavaScript that runs in the process before anything else, such as to pretend another platform.
 * @param checkout folder whose commands are run, this one unless said otherwise.
 */
export function startCommand(
  name: string,
  environment: Readonly<Record<string, string>>,
  preload = "",
  checkout = ROOT_FOLDER,
): RunningCommand {
  const { HOME = "/", PATH = "", TMPDIR = "/tmp" } = inheritedEnvironment();
  const before = preload === "" ? [] : ["--import", `data:text/javascript,${encodeURIComponent(preload)}`];
  const child = spawn(process.execPath, [...before, "commands/run.js", ...name.split(" ")], {
    cwd: checkout,
    env: { HOME, PATH, TMPDIR, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
  return { child, said: () => stdout, ended };
}

/** Runs a command to its end; arguments as for `startCommand`. */
export function runCommand(name: string, environment: Readonly<Record<string, string>>, preload = ""): Promise<Ended> {
  return startCommand(name, environment, preload).ended;
}
