import "server-only";
// Gives the framework its request storage, which it looks for once, when it is first imported.
import "next/dist/server/node-environment-baseline";
import { afterAll, inject } from "vitest";
import { createTestDatabase } from "./database";

// Runs before the test file is imported, so that whatever it imports finds the settings of its own database.
const database = await createTestDatabase(inject("templateUrl"));
Object.assign(process.env, database.environment);

afterAll(async () => {
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  await database.drop();
});
