import { runBrowserTests } from "./browser-tests";
import { withScratch } from "./with-scratch";

// `npm run test:e2e`, optionally followed by -- and arguments for Playwright.
const { failed } = await withScratch((folder) => runBrowserTests(folder, process.argv.slice(2)));
process.exitCode = failed === 0 ? 0 : 1;
