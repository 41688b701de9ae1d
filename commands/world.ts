import { constants } from "node:buffer";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { inheritedEnvironment, StartError } from "@/env";
import type { WorldCounts } from "@/lib/world/load";
import { count, progressBar } from "./progress-bar";
import { withDatabase } from "./with-database";

const USAGE = "Use: npm run world -- load FILE [--reset] [--dry-run] [--yes], or: npm run world -- export FILE";

const SYSTEM = { actorId: null, requestId: null };

/** Thrown to end a dry run: whatever was written is rolled back. */
class DryRun extends Error {
  constructor(readonly counts: WorldCounts) {
    super("dry run");
  }
}

type Options = Readonly<{ reset: boolean; dryRun: boolean; yes: boolean }>;

const { verb, file, options } = readArguments();

// `npm run world -- …`: bulk data in and out, see WORLD_FORMAT.
await (verb === "load" ? load(file, options) : exportTo(file));

async function load(path: string, { reset, dryRun, yes }: Options): Promise<void> {
  if (reset && !yes && inheritedEnvironment().NODE_ENV === "production") {
    throw new StartError(
      "--reset empties the portal. With NODE_ENV=production it needs --yes as well. Nothing was changed.",
    );
  }
  const json = await readWorldFile(path);
  const bar = progressBar("Loading");
  const counts = await withDatabase(async () => {
    const { writeTransaction } = await import("@/db/client");
    const { loadWorld } = await import("@/lib/world/load");
    const { WorldErrors, worldErrorLine } = await import("@/lib/world/errors");
    try {
      return await writeTransaction(SYSTEM, async (tx) => {
        const loaded = await loadWorld(tx, json, { reset, actorLabel: "npm run world", onProgress: bar.show });
        if (dryRun) throw new DryRun(loaded);
        return loaded;
      });
    } catch (error) {
      if (error instanceof DryRun) return error.counts;
      if (!(error instanceof WorldErrors)) throw error;
      const { errors } = error;
      const total = errors.length === 1 ? "1 error" : `${count(errors.length)} errors`;
      throw new StartError([...errors.map(worldErrorLine), `${total} in ${path}. Nothing was changed.`].join("\n"), {
        cause: error,
      });
    } finally {
      bar.clear();
    }
  });
  console.log(dryRun ? `${path} is valid. Nothing was written; loading it would mean:` : `Loaded ${path}:`);
  for (const [list, { created, changed, unchanged }] of Object.entries(counts)) {
    console.log(
      `  ${list.padEnd(15)} ${count(created)} created, ${count(changed)} changed, ${count(unchanged)} unchanged`,
    );
  }
}

async function readWorldFile(path: string): Promise<unknown> {
  const unreadable = (cause: unknown) => {
    throw new StartError(`${path} cannot be read: ${reason(cause)}.`, { cause });
  };
  const { size } = await stat(path).catch(unreadable);
  // The file becomes one text, and JavaScript bounds a text's length.
  if (size > constants.MAX_STRING_LENGTH) {
    const most = Math.floor(constants.MAX_STRING_LENGTH / 1_000_000);
    throw new StartError(`${path} is larger than ${most} MB: split it into several files. Nothing was changed.`);
  }
  const text = await readFile(path, "utf8").catch(unreadable);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new StartError(`${path} is not JSON: ${reason(cause)}. Nothing was changed.`, { cause });
  }
}

/** Written beside the file and then renamed, so that a broken export never replaces a whole one. */
async function exportTo(path: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await withDatabase(async () => {
    const { readTransaction } = await import("@/db/client");
    const { exportWorld } = await import("@/lib/world/export");
    const target = await open(unfinished, "w").catch((cause: unknown) => {
      throw new StartError(`${path} cannot be written: ${reason(cause)}.`, { cause });
    });
    try {
      await readTransaction(async (tx) => {
        for await (const piece of exportWorld(tx)) await target.writeFile(piece);
      }, "replica");
      await target.sync();
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    } finally {
      await target.close();
    }
  });
  await rename(unfinished, path);
  console.log(`Exported to ${path}.`);
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function readArguments(): { verb: "load" | "export"; file: string; options: Options } {
  const { positionals, values } = parse();
  const [verb, file, ...rest] = positionals;
  const options = { reset: values.reset === true, dryRun: values["dry-run"] === true, yes: values.yes === true };
  const known = verb === "load" || (verb === "export" && !Object.values(options).includes(true));
  if (!known || file === undefined || rest.length > 0) throw new StartError(USAGE);
  return { verb, file, options };
}

function parse() {
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({ allowPositionals: true, options: { reset: flag, "dry-run": flag, yes: flag } });
  } catch (cause) {
    throw new StartError(USAGE, { cause });
  }
}
