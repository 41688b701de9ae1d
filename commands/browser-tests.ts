import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findEmbedded } from "@/db/embedded";
import { freePort } from "@/db/embedded-process";
import { inheritedEnvironment, parseSettings, StartError } from "@/env";
import { findBrowser, launchOptions } from "@/lib/testing/browser";
import { embeddedEnvironment } from "./embedded-environment";
import { ROOT_FOLDER } from "./root-folder";
import { type Outcome, packageProgram, runVisibly } from "./tasks";
import { readPlaywrightReport } from "./test-reports";

/** Minutes the portal gets to build, load the demo world and answer. */
const START_MINUTES = 8;

/**
 * Runs the browser tests against the production build, as npm start runs it: own port, own data, demo world, in
 * `scratch`. Playwright's process gets the settings of that portal, so that fixtures may use `env` and `lib/testing`.
 * @param args go to Playwright, such as the name of one file.
 */
export async function runBrowserTests(scratch: string, args: readonly string[]): Promise<Outcome> {
  const browser = await findBrowser(await madeFolder(join(scratch, "browser")));
  console.log(`Browser tests run in ${browser.name}. The portal is built first if need be.`);
  const portal = await startPortal(await madeFolder(join(scratch, "portal")));
  try {
    const report = join(scratch, "playwright.json");
    const environment = {
      ...portal.environment,
      REMIT_E2E_URL: portal.address,
      REMIT_E2E_LAUNCH: JSON.stringify(launchOptions(browser)),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const exitCode = await runVisibly(packageProgram("playwright"), ["test", ...args], environment);
    return await readPlaywrightReport(report, exitCode);
  } finally {
    await portal.stop();
  }
}

async function startPortal(dataDir: string) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // Settings of whoever runs the tests must not reach the portal under test.
  const {
    DATABASE_URL: _url,
    DATABASE_OWNER_URL: _owner,
    DATABASE_DIRECT_URL: _direct,
    DATABASE_REPLICA_URL: _replica,
    SMTP_URL: _smtp,
    DEMO: _demo,
    ...rest
  } = inheritedEnvironment();
  const source = {
    ...rest,
    PORT: String(port),
    DATA_DIR: dataDir,
    APP_URL: address,
    LOG_LEVEL: "warn",
    DESIGN_PAGES: "1",
  };
  const log = join(dataDir, "portal.log");
  const child = spawn(process.execPath, ["commands/run.js", "start"], {
    cwd: ROOT_FOLDER,
    env: source,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const sink = createWriteStream(log);
  for (const stream of [child.stdout, child.stderr]) stream.pipe(sink, { end: false });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const ready = await Promise.race([untilReady(log), ended.then(() => false)]);
  const databaseUrl = ready ? await findEmbedded(dataDir) : null;
  if (databaseUrl === null) {
    await stop();
    throw new StartError(`The portal for the browser tests did not start:\n${await readFile(log, "utf8")}`);
  }
  return {
    address,
    stop,
    environment: { ...source, ...(await embeddedEnvironment(source, parseSettings(source), databaseUrl)) },
  };
}

/** True as soon as npm start says so in `log`; false when it takes too long. */
async function untilReady(log: string): Promise<boolean> {
  const deadline = Date.now() + START_MINUTES * 60_000;
  while (Date.now() < deadline) {
    if ((await readFile(log, "utf8").catch(() => "")).includes("Remit is ready")) return true;
    await delay(200);
  }
  return false;
}

async function madeFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true });
  return path;
}
