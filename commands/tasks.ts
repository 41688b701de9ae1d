import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT_FOLDER } from "./root-folder";

/** How many checks or tests went well and badly. */
export type Outcome = Readonly<{ passed: number; failed: number }>;

/** A program that counts as one check: it passes when it ends with 0. */
export type Task = Readonly<{ name: string; program: string; args: readonly string[] }>;

/** The two together. */
export function addOutcomes(first: Outcome, second: Outcome): Outcome {
  return { passed: first.passed + second.passed, failed: first.failed + second.failed };
}

/**
 * Runs the tasks, `lanes` of them at a time, in the order given. Each is one line when it passes; a failing one shows
 * what it has said, all in one piece.
 */
export async function runTasks(tasks: readonly Task[], lanes: number): Promise<Outcome> {
  const waiting = [...tasks];
  let outcome: Outcome = { passed: 0, failed: 0 };
  const lane = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const passed = await runTask(task);
      outcome = addOutcomes(outcome, passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcome;
}

/** Path of a program that an npm package has brought. */
export function packageProgram(name: string): string {
  return join(ROOT_FOLDER, "node_modules", ".bin", name);
}

/** Runs a program in the checkout with its output going straight to the terminal. Its exit code; 1 when a signal ended it. */
export function runVisibly(program: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT_FOLDER, env: environment, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

function runTask(task: Task): Promise<boolean> {
  const startedAt = performance.now();
  const said: string[] = [];
  return new Promise((resolve) => {
    const end = (passed: boolean) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${passed ? "✓" : "✗"} ${task.name} (${seconds} s)`);
      if (!passed) console.log(said.join(""));
      resolve(passed);
    };
    const child = spawn(task.program, task.args, { cwd: ROOT_FOLDER, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
    child.once("error", (error) => {
      said.push(`${error.message}\n`);
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}
