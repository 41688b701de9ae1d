import { defineConfig } from "@playwright/test";

/** Set by `npm run test:e2e`, which starts the portal, finds a browser and takes both away again. */
const address = process.env.REMIT_E2E_URL;
const launch = process.env.REMIT_E2E_LAUNCH;

/** The browser tests: journeys through the front door of a running portal. */
export default defineConfig({
  testDir: "./e2e",
  globalSetup: "./e2e/running-portal.ts",
  // Maps the marker `server-only` to nothing, so that fixtures may use what lies in lib/testing.
  tsconfig: "./tsconfig.commands.json",
  outputDir: "./test-results",
  workers: 2,
  forbidOnly: true,
  // A second try on a fresh page: a slow machine may drop one test of hundreds. Such a test is listed by name at the end.
  retries: 1,
  // Generous: a slow machine is no fault of the portal's.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json"]],
  use: {
    baseURL: address,
    launchOptions: JSON.parse(launch ?? "{}"),
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
  },
});
