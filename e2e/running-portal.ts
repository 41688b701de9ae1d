import type { FullConfig } from "@playwright/test";

/** Refuses to begin without a portal to test, which only `npm run test:e2e` starts, with a browser and a database of its own. */
export default function requireRunningPortal({ projects }: FullConfig): void {
  if (!projects.every(({ use }) => use.baseURL)) {
    throw new Error("Start the browser tests with: npm run test:e2e");
  }
}
