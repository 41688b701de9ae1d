import "server-only";
import { z } from "zod";

/** A reason not to start, such as a missing setting. Its message is one sentence fit for a terminal; it never repeats a secret. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** Where settings are read from: the process environment, or a plain object in tests. */
export type SettingsSource = Readonly<Record<string, string | undefined>>;

const sharedShape = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port > 0 && port < 65_536)
    .default(3000),
  APP_URL: z.string().refine(isOrigin).transform(toOrigin).optional(),
  DATABASE_URL: z.string().refine(isPostgresUrl).optional(),
  DATABASE_OWNER_URL: z.string().refine(isPostgresUrl).optional(),
  DATABASE_DIRECT_URL: z.string().refine(isPostgresUrl).optional(),
  DATABASE_REPLICA_URL: z.string().refine(isPostgresUrl).optional(),
  DATA_DIR: z.string().default(".data"),
  AUTH_SECRET: z.string().min(32).optional(),
  SMTP_URL: z
    .string()
    .refine((value) => hasProtocol(value, ["smtp:", "smtps:"]))
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)
    .optional(),
  DEMO: z.enum(["0", "1"]).default("1"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  DESIGN_PAGES: z.enum(["0", "1"]).default("0"),
  REMIT_EMBEDDED: z.enum(["0", "1"]).default("0"),
};

const settingsSchema = z.object(sharedShape);

/** What each setting must look like, in the words of the error sentence. */
const EXPECTED: Readonly<Record<keyof typeof sharedShape, string>> = {
  PORT: "PORT must be a whole number from 1 to 65535",
  APP_URL: "APP_URL must be an address such as https://portal.example, without a path",
  DATABASE_URL: "DATABASE_URL must be an address such as postgres://name:password@host:5432/database",
  DATABASE_OWNER_URL: "DATABASE_OWNER_URL must be an address such as postgres://name:password@host:5432/database",
  DATABASE_DIRECT_URL: "DATABASE_DIRECT_URL must be an address such as postgres://name:password@host:5432/database",
  DATABASE_REPLICA_URL: "DATABASE_REPLICA_URL must be an address such as postgres://name:password@host:5432/database",
  DATA_DIR: "DATA_DIR must be the path of a folder",
  AUTH_SECRET: "AUTH_SECRET must be at least 32 characters long",
  SMTP_URL: "SMTP_URL must be an address such as smtp://name:password@host:587",
  MAIL_FROM: "MAIL_FROM must be a sender such as Remit <remit@portal.example>",
  DEMO: "DEMO must be 0 or 1",
  LOG_LEVEL: "LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent",
  DESIGN_PAGES: "DESIGN_PAGES must be 0 or 1",
  REMIT_EMBEDDED: "REMIT_EMBEDDED is set by npm start alone and must be left unset",
};

/** The settings as somebody gave them: well formed, but not yet complete. Absent means not given. */
export type Settings = Readonly<z.output<typeof settingsSchema>>;

/**
 * The settings a starter reads before anything runs. An empty value counts as not given.
 * Without DATABASE_URL the embedded server is meant and everything else has a default;
 * with it APP_URL, AUTH_SECRET and SMTP_URL must be given too.
 * @throws StartError naming every malformed or every missing setting in one sentence.
 */
export function parseSettings(source: SettingsSource): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = settingsSchema.safeParse(given);
  if (!result.success) {
    const names = new Set(result.error.issues.map((issue) => String(issue.path[0])));
    throw new StartError(`${[...names].map(expectation).join("; ")}.`);
  }
  refuseMissing(result.data);
  return result.data;
}

/** What a running process goes by. URLs are complete, `null` means the service is not there. */
export type Env = Readonly<{
  port: number;
  /** Origin of the portal, without a slash at the end. */
  appUrl: string;
  databaseUrl: string;
  /** Logs in as the owner of the schema: for migrations and for the job worker. */
  databaseOwnerUrl: string;
  /** Reaches the server without a pooler in between: LISTEN and session locks work there. */
  databaseDirectUrl: string;
  /** A streaming copy for reading, which may lag; null where there is none. */
  databaseReplicaUrl: string | null;
  authSecret: string;
  /** Where mail is handed over; null keeps it in the outbox. */
  smtpUrl: string | null;
  mailFrom: string;
  logLevel: Settings["LOG_LEVEL"];
  /** True under the embedded server alone: the portal then answers on this machine only. */
  embedded: boolean;
  /** True when the sign-in page offers the demo accounts and mail can be read at /mailbox; never without `embedded`. */
  demo: boolean;
  /** True when the pages under /design are served, which show the interface's parts without any data; for tests. */
  designPages: boolean;
}>;

/**
 * The settings of a process that serves, works or tests, frozen.
 * @throws StartError when a setting is malformed or missing.
 */
export function parseEnv(source: SettingsSource): Env {
  const settings = parseSettings(source);
  const { APP_URL, DATABASE_URL, AUTH_SECRET } = settings;
  if (DATABASE_URL === undefined || APP_URL === undefined || AUTH_SECRET === undefined) {
    throw new StartError(
      "DATABASE_URL, APP_URL and AUTH_SECRET must be set for this process; npm start sets them by itself.",
    );
  }
  const embedded = isEmbedded(settings);
  const directUrl = settings.DATABASE_DIRECT_URL ?? DATABASE_URL;
  return Object.freeze({
    port: settings.PORT,
    appUrl: APP_URL,
    databaseUrl: DATABASE_URL,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL ?? directUrl,
    databaseDirectUrl: directUrl,
    databaseReplicaUrl: settings.DATABASE_REPLICA_URL ?? null,
    authSecret: AUTH_SECRET,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM ?? `Remit <remit@${new URL(APP_URL).hostname}>`,
    logLevel: settings.LOG_LEVEL,
    embedded,
    demo: embedded && settings.DEMO === "1",
    designPages: settings.DESIGN_PAGES === "1",
  });
}

let settled: Env | null = null;

/**
 * The settings of this process, parsed from the environment at the first reading.
 * Lazy because the starter and the build import modules before the settings are complete.
 */
export const env: Env = new Proxy({} as Env, {
  get: (_target, name) => Reflect.get(currentEnv(), name),
  has: (_target, name) => Reflect.has(currentEnv(), name),
  ownKeys: () => Reflect.ownKeys(currentEnv()),
  getOwnPropertyDescriptor: (_target, name) => {
    const descriptor = Reflect.getOwnPropertyDescriptor(currentEnv(), name);
    return descriptor && { ...descriptor, configurable: true };
  },
  set: () => false,
});

/** Gives this process its settings directly: for commands that start a database first, and for tests. */
export function settleEnv(source: SettingsSource): void {
  settled = parseEnv(source);
}

/**
 * A copy of the process environment for reading settings from and for handing to child processes.
 * REMIT_EMBEDDED is taken out, so that nobody switches demo mode on from outside: only the starter adds it again.
 */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  const { REMIT_EMBEDDED: _forged, ...rest } = process.env;
  return rest;
}

/** What npm start asks its web server by, to tell it from another program on the port; null in every other process. */
export function startToken(): string | null {
  return process.env.REMIT_START_TOKEN || null;
}

/** True when `npm run` started this process, whose end is then the end of npm. */
export function isStartedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

/** The browser that somebody wants the browser tests to use; null leaves the choice to `lib/testing/browser.ts`. */
export function chromiumPath(): string | null {
  return process.env.CHROMIUM_PATH || null;
}

/** Tells next-auth the portal's address. It knows no other way than a variable of its own, which is ours to set. */
export function tellNextAuth(): void {
  process.env.NEXTAUTH_URL = currentEnv().appUrl;
}

/** Whether pages are served by `npm run dev`, whose tools write styles and evaluate code in the page. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}

/** User name of the schema's owner in the embedded server; the flag REMIT_EMBEDDED counts for nobody else. */
export const EMBEDDED_OWNER = "remit_owner";

function currentEnv(): Env {
  settled ??= parseEnv(process.env);
  return settled;
}

function isEmbedded(settings: Settings): boolean {
  if (settings.REMIT_EMBEDDED !== "1" || settings.DATABASE_URL === undefined) return false;
  const url = new URL(settings.DATABASE_URL);
  return url.hostname === "127.0.0.1" && url.username === EMBEDDED_OWNER;
}

function refuseMissing(settings: Settings): void {
  if (settings.DATABASE_URL === undefined) refuseLoneAddress(settings);
  if (settings.DATABASE_URL === undefined || isEmbedded(settings)) return;
  const missing = (["APP_URL", "AUTH_SECRET", "SMTP_URL"] as const).filter((name) => settings[name] === undefined);
  if (missing.length === 0) return;
  const names = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(missing);
  throw new StartError(`${names} must be set when DATABASE_URL is set.`);
}

function refuseLoneAddress(settings: Settings): void {
  for (const name of ["DATABASE_OWNER_URL", "DATABASE_DIRECT_URL", "DATABASE_REPLICA_URL"] as const) {
    if (settings[name] !== undefined) throw new StartError(`DATABASE_URL must be set when ${name} is set.`);
  }
}

function expectation(name: string): string {
  return Object.hasOwn(EXPECTED, name) ? EXPECTED[name as keyof typeof EXPECTED] : `${name} is malformed`;
}

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return protocols.includes(url.protocol) && url.hostname !== "";
}

function isPostgresUrl(value: string): boolean {
  return hasProtocol(value, ["postgres:", "postgresql:"]);
}

function isOrigin(value: string): boolean {
  return hasProtocol(value, ["http:", "https:"]) && new URL(value).pathname === "/" && new URL(value).search === "";
}

function toOrigin(value: string): string {
  return new URL(value).origin;
}
