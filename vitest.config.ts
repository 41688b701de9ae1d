import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** As in the running portal, except that the marker `server-only` stands for nothing. */
const resolve = {
  alias: [
    { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    { find: /^@\//, replacement: root },
  ],
};

/** Folders that hold tests; named so that nothing is found in builds, data or the browser suite. */
const places = ["*", "{app,bench,commands,components,db,lib}/**/*"];

function testsNamed(ending: string): string[] {
  return places.map((place) => `${place}.${ending}.{ts,tsx}`);
}

/** A project whose files each get a database of their own, cloned from one migrated template. */
function databaseProject(name: string, include: string[]) {
  return {
    resolve,
    test: {
      name,
      include,
      globalSetup: ["./lib/testing/database-server.ts"],
      setupFiles: ["./lib/testing/database-setup.ts"],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      pool: "forks" as const,
    },
  };
}

/** Tests by what they need: nothing, a database, a database and minutes, or processes of their own. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: testsNamed("test"),
          exclude: ["db", "proof", "mutation", "start"].flatMap((kind) => testsNamed(`${kind}.test`)),
        },
      },
      databaseProject("db", testsNamed("db.test")),
      databaseProject("proof", testsNamed("proof.test")),
      databaseProject("mutation", testsNamed("mutation.test")),
      // Starts the real commands as processes, which takes seconds each.
      {
        resolve,
        test: { name: "start", include: testsNamed("start.test"), testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
