import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { commandLine } from "@/db/embedded-cluster";
import { inheritedEnvironment, StartError } from "@/env";
import { ROOT_FOLDER } from "./root-folder";

/** What a build is made from; tests among it do not count. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "env.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

const BUILD_FOLDER = join(ROOT_FOLDER, ".next");
const STAMP = join(BUILD_FOLDER, "remit-build");
const LOCK = join(BUILD_FOLDER, "remit-build.lock");

/** Stand-ins, so that a build needs no settings and none can end up in it: `env.ts` reads the real ones when it runs. */
const BUILD_SETTINGS = {
  DATABASE_URL: "postgres://build@127.0.0.1:9/build",
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: "a stand-in that signs nothing, for builds only",
  SMTP_URL: "smtp://127.0.0.1:9",
};

/**
 * Builds the portal unless the build at hand was made from these very sources, packages and Node.js version.
 * A second starter of the same checkout waits for the first one's build.
 * @throws StartError when the build fails; what Next.js has said about it has been shown.
 */
export async function buildIfStale(say: (line: string) => void): Promise<void> {
  const wanted = await fingerprint();
  if ((await readStamp()) === wanted) return;
  await withBuildLock(say, async () => {
    if ((await readStamp()) === wanted) return;
    say("Building the portal. This takes a minute or two and happens again only after a change.");
    await rm(STAMP, { force: true });
    await runBuild();
    await writeFile(STAMP, wanted);
  });
}

/** SHA-256 over every source file with its path, the lock file and what compiled packages depend on. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  hash.update(`${process.versions.modules} ${process.platform} ${process.arch}\n`);
  for (const source of SOURCES) {
    for (const file of await filesBelow(source)) {
      hash.update(`${file}\n`).update(await readFile(join(ROOT_FOLDER, file)));
    }
  }
  return hash.digest("hex");
}

async function filesBelow(source: string): Promise<string[]> {
  try {
    const entries = await readdir(join(ROOT_FOLDER, source), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
    return files.map((entry) => join(entry.parentPath, entry.name).slice(ROOT_FOLDER.length)).sort();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOTDIR") return [source];
    if (code === "ENOENT") return [];
    throw error;
  }
}

async function readStamp(): Promise<string | null> {
  return readFile(STAMP, "utf8").catch(() => null);
}

async function withBuildLock(say: (line: string) => void, work: () => Promise<void>): Promise<void> {
  await mkdir(BUILD_FOLDER, { recursive: true }).catch((cause: unknown) => {
    throw new StartError(`The folder ${BUILD_FOLDER} cannot be made, so there is no place for the build.`, { cause });
  });
  let told = false;
  while (!(await takeLock())) {
    if (!told) say("Another start is building the portal; waiting for it.");
    told = true;
    await delay(500);
  }
  try {
    await work();
  } finally {
    await rm(LOCK, { force: true });
  }
}

async function takeLock(): Promise<boolean> {
  try {
    const handle = await open(LOCK, "wx");
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code !== "EEXIST")
      throw new StartError(`The folder ${BUILD_FOLDER} cannot be written to, so there is no place for the build.`, {
        cause: error,
      });
    const owner = Number(await readFile(LOCK, "utf8").catch(() => ""));
    // A killed builder leaves its lock behind; its number may meanwhile belong to another program.
    if (owner !== process.pid && owner > 0 && commandLine(owner).includes("commands/")) return false;
    await rm(LOCK, { force: true });
    return takeLock();
  }
}

function runBuild(): Promise<void> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const environment = {
    ...inheritedEnvironment(),
    ...BUILD_SETTINGS,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const child = spawn(process.execPath, [next, "build"], {
    cwd: ROOT_FOLDER,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) return resolve();
      process.stderr.write(said.join(""));
      reject(new StartError("The build failed for the reason above."));
    });
  });
}
