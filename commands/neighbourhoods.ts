import { createReadStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import { parseArgs } from "node:util";
import { StartError } from "@/env";
import type { NeighbourhoodImport } from "@/lib/places/neighbourhoods/import";
import type { NeighbourhoodChange } from "@/lib/places/neighbourhoods/import-plan";
import { count, progressBar } from "./progress-bar";
import { withDatabase } from "./with-database";

const USAGE = "Use: npm run neighbourhoods -- import FILE.csv [--verbose]";

/** How many lines of each kind of change are shown without --verbose. */
const FIRST_LINES = 10;

const { file, verbose } = readArguments();
await requireReadable(file);
const { plan, wards } = await importFile(file);
report();

async function importFile(path: string): Promise<NeighbourhoodImport> {
  const bar = progressBar("Importing neighbourhoods");
  return withDatabase(async () => {
    const { writeTransaction } = await import("@/db/client");
    const { importNeighbourhoods, LookupError } = await import("@/lib/places/neighbourhoods/import");
    try {
      return await writeTransaction({ actorId: null, requestId: null }, (tx) =>
        importNeighbourhoods(tx, createReadStream(path), bar.show),
      );
    } catch (error) {
      if (!(error instanceof LookupError)) throw error;
      const lines = error.faults.map(({ line, message }) => `line ${line}: ${message}`);
      throw new StartError([...lines, error.message].join("\n"), { cause: error });
    } finally {
      bar.clear();
    }
  });
}

function report(): void {
  const { created, changed, unchanged, renamed, moved, reclassified, absent } = plan;
  if (created + changed === 0)
    console.log(`Nothing changed: all ${count(unchanged)} places of ${file} are as the file says.`);
  else
    console.log(
      `Imported ${file}: ${count(wards)} wards; ${count(created)} places new, ${count(changed)} changed, ${count(unchanged)} as before.`,
    );
  list(
    "renamed",
    renamed.map((change) => arrow(change, quoted)),
  );
  list(
    "moved",
    moved.map((change) => arrow(change, (code) => code ?? "nothing")),
  );
  list(
    "of another kind",
    reclassified.map((change) => arrow(change, (unit) => unit ?? "")),
  );
  list(
    "not in the file, and kept",
    absent.map(({ code, name }) => `${code} ${name}`),
  );
}

function list(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const shown = verbose ? lines : lines.slice(0, FIRST_LINES);
  console.log(`${count(lines.length)} ${title}:`);
  for (const line of shown) console.log(`  ${line}`);
  if (shown.length < lines.length)
    console.log(`  and ${count(lines.length - shown.length)} more; --verbose lists them`);
}

function arrow({ code, name, from, to }: NeighbourhoodChange, shown: (value: string | null) => string): string {
  return `${code} ${name}: ${shown(from)} → ${shown(to)}`;
}

function quoted(name: string | null): string {
  return name === null ? "no name" : `"${name}"`;
}

async function requireReadable(path: string): Promise<void> {
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw new StartError(`${path} cannot be read.`, { cause });
  });
}

function readArguments(): { file: string; verbose: boolean } {
  const { positionals, values } = parse();
  const [verb, path, ...rest] = positionals;
  if (verb !== "import" || path === undefined || rest.length > 0) throw new StartError(USAGE);
  return { file: path, verbose: values.verbose === true };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { verbose: { type: "boolean" } } });
  } catch (cause) {
    throw new StartError(USAGE, { cause });
  }
}
