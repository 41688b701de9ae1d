import "server-only";
import pino from "pino";
import { env } from "@/env";
import { describeError } from "./errors";

/** Fields that are blanked wherever they stand in an entry, one level down included: nobody reads secrets in a log. */
const SECRET_FIELDS = ["token", "code", "cookie", "authorization", "password"];

let logger: pino.Logger | null = null;

/**
 * The process's log: one line of JSON an entry, on standard output, from the level LOG_LEVEL upwards.
 * An error goes under `error`; of its message and causes only what holds no query parameters is written.
 */
export const log = {
  info: (fields: LogFields, message: string) => settledLogger().info(readable(fields), message),
  warn: (fields: LogFields, message: string) => settledLogger().warn(readable(fields), message),
  error: (fields: LogFields, message: string) => settledLogger().error(readable(fields), message),
};

/** What an entry tells beside its sentence; keys are names of things, never sentences. */
export type LogFields = Readonly<Record<string, unknown>> & { readonly error?: unknown };

function readable(fields: LogFields): Record<string, unknown> {
  return "error" in fields ? { ...fields, error: describeError(fields.error) } : { ...fields };
}

// Made at the first entry, because the build imports modules before there are settings.
function settledLogger(): pino.Logger {
  logger ??= pino({
    level: env.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: "[secret]" },
  });
  return logger;
}
