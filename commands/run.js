// The first file of every command: `node commands/run.js NAME [arguments]` runs commands/NAME.ts.
// Plain JavaScript, because it must still be understood by a Node.js too old for the rest.

import { fileURLToPath } from "node:url";

const parts = process.versions.node.split(".").map(Number);

if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  fail(`Remit needs Node.js 20.19 or newer, and this is ${process.versions.node}.`);
} else {
  import("tsx/esm/api").then(run, () => fail("The packages are missing: run npm install first."));
}

/** Makes TypeScript loadable in this very process, so that signals and the parent are not a wrapper's, and runs the command. */
function run(tsx) {
  const folder = new URL("./", import.meta.url);
  tsx.register({ tsconfig: fileURLToPath(new URL("../tsconfig.commands.json", folder)) });
  const name = process.argv[2];
  const file = new URL(`${name}.ts`, folder);
  process.argv.splice(1, 2, fileURLToPath(file));
  return import(file.href).catch(async (error) => {
    if (error instanceof Error && error.name === "StartError") return fail(error.message);
    const { faultReport } = await import(new URL("fault-report.ts", folder).href);
    fail(faultReport(error));
  });
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
