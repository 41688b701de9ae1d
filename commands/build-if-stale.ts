import { createHash } from "node:crypto";
import { access, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inheritedEnvironment, StartError } from "@/env";
import { withBuildLock } from "./build-lock";
import { type Child, startChild } from "./child";
import { ROOT_FOLDER } from "./root-folder";

/** What a build is made from, as paths from the checkout's folder; tests among it do not count. */
export const SOURCES: readonly string[] = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "env.ts",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

const BUILD_FOLDER = join(ROOT_FOLDER, ".next");
const BUILD_ID = join(BUILD_FOLDER, "BUILD_ID");
const STAMP = join(BUILD_FOLDER, "remit-build");
/** In the one folder that Next.js does not empty when it begins to build. */
const LOCK = join(BUILD_FOLDER, "cache", "remit-build.lock");

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
 * @param onStart gets the process that builds, for whoever must be able to stop it.
 * @throws StartError when the build fails, after showing what Next.js has said about it, or when it is stopped.
 */
export async function buildIfStale(
  say: (line: string) => void,
  onStart: (child: Child) => void = () => undefined,
): Promise<void> {
  const wanted = await fingerprint();
  if ((await readStamp()) === wanted) return;
  const onWait = () => say("Another start is building the portal; waiting for it.");
  await withBuildLock(LOCK, onWait, async () => {
    if ((await readStamp()) === wanted) return;
    say("Building the portal. This takes a minute or two and happens again only after a change.");
    await rm(STAMP, { force: true });
    await runBuild(onStart);
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

/** Null without a complete build: Next.js writes the build's id late, and its server refuses to start without. */
async function readStamp(): Promise<string | null> {
  if (!(await isComplete())) return null;
  return readFile(STAMP, "utf8").catch(() => null);
}

function isComplete(): Promise<boolean> {
  return access(BUILD_ID).then(
    () => true,
    () => false,
  );
}

async function runBuild(onStart: (child: Child) => void): Promise<void> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const environment = {
    ...inheritedEnvironment(),
    ...BUILD_SETTINGS,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const child = startChild("The build", [next, "build"], environment, "keep");
  onStart(child);
  const how = await child.ended;
  if (how === "exit code 0" && (await isComplete())) return;
  if (child.isStopping()) throw new StartError("The build was interrupted.");
  process.stderr.write(child.said());
  throw new StartError("The build failed for the reason above.");
}
