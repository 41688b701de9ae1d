import { defineConfig } from "drizzle-kit";

/** Where drizzle-kit finds the schema and puts migrations; it never connects to a database here. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
  strict: true,
});
