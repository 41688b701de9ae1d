import "server-only";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { chromiumPath, StartError } from "@/env";

/** How Playwright starts the chosen browser. `executablePath: null` means the one that Playwright manages. */
export type BrowserChoice = Readonly<{
  name: string;
  executablePath: string | null;
  args: readonly string[];
  /** Added to the environment of the browser. */
  environment: Readonly<Record<string, string>>;
}>;

/** A place to look, and what is there: null when there is nothing to try. */
type Candidate = Readonly<{ name: string; find: () => Promise<BrowserChoice | null> }>;

const SYSTEM_PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_PROGRAM = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** Containers give no user namespaces to a sandbox and little shared memory; only pages of our own are opened. */
const ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"];

/**
 * The first browser that really starts and opens a page, of: CHROMIUM_PATH, the system's Chromium, Playwright's, and the
 * one that comes with the packages.
 * @param scratch an empty folder in which the last of them may be unpacked; it must outlive the browser.
 * @throws StartError saying what was tried and what to do, when none works.
 */
export async function findBrowser(scratch: string): Promise<BrowserChoice> {
  const tried: string[] = [];
  for (const candidate of candidates(scratch)) {
    const failure = await candidate.find().then(
      async (choice) => (choice === null ? "not there" : ((await opensPage(choice)) ?? choice)),
      (error: unknown) => firstLine(error),
    );
    if (typeof failure !== "string") return failure;
    tried.push(`${candidate.name}: ${failure}`);
  }
  throw new StartError(
    `No browser for the browser tests works here; install Chromium, or give one with CHROMIUM_PATH=… or npx playwright install --with-deps chromium (${tried.join("; ")}).`,
  );
}

function candidates(scratch: string): Candidate[] {
  return [
    { name: "CHROMIUM_PATH", find: async () => program("CHROMIUM_PATH", chromiumPath()) },
    ...SYSTEM_PROGRAMS.map((name) => ({ name, find: async () => program(name, await locate(name)) })),
    {
      name: "Google Chrome",
      find: async () => program("Google Chrome", process.platform === "darwin" ? MAC_PROGRAM : null),
    },
    {
      name: "Playwright's Chromium",
      find: async () => ({ name: "Playwright's Chromium", executablePath: null, args: ARGUMENTS, environment: {} }),
    },
    { name: "the packaged Chromium", find: () => unpack(scratch) },
  ];
}

function program(name: string, path: string | null): BrowserChoice | null {
  return path === null ? null : { name, executablePath: path, args: ARGUMENTS, environment: {} };
}

async function locate(name: string): Promise<string | null> {
  return promisify(execFile)("sh", ["-c", 'command -v "$0"', name]).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  );
}

/**
 * Unpacks the Chromium made for a serverless host, together with its libraries, which the package holds back unless it
 * believes itself there. In a process of its own: the package settles its folder and environment while it is imported,
 * and takes whatever an older version has left in the temporary folder.
 */
async function unpack(scratch: string): Promise<BrowserChoice | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const require = createRequire(import.meta.url);
  const address = pathToFileURL(require.resolve("@sparticuz/chromium")).href;
  const script = `import(${JSON.stringify(address)}).then(async (m) => console.log(await (m.default.default ?? m.default).executablePath()))`;
  const environment = {
    TMPDIR: scratch,
    HOME: scratch,
    AWS_LAMBDA_JS_RUNTIME: "nodejs22.x",
  } as unknown as NodeJS.ProcessEnv;
  const { stdout } = await promisify(execFile)(process.execPath, ["--eval", script], { env: environment });
  return {
    name: "the packaged Chromium",
    executablePath: stdout.trim(),
    args: ARGUMENTS,
    environment: {
      LD_LIBRARY_PATH: join(scratch, "al2023", "lib"),
      FONTCONFIG_PATH: join(scratch, "fonts"),
      HOME: scratch,
    },
  };
}

/** Null when the browser opens an empty page, else why not. */
async function opensPage(choice: BrowserChoice): Promise<string | null> {
  try {
    const browser = await chromium.launch({ ...launchOptions(choice), timeout: 20_000 });
    try {
      const page = await browser.newPage();
      await page.goto("about:blank");
      return null;
    } finally {
      await browser.close();
    }
  } catch (error) {
    return firstLine(error);
  }
}

/** The choice in the words of Playwright's `launchOptions`. */
export function launchOptions(choice: BrowserChoice): {
  executablePath?: string;
  args: string[];
  env?: Record<string, string>;
} {
  const hasEnvironment = Object.keys(choice.environment).length > 0;
  return {
    args: [...choice.args],
    ...(choice.executablePath !== null && { executablePath: choice.executablePath }),
    ...(hasEnvironment && { env: { ...choice.environment } }),
  };
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n")[0] ?? text;
}
