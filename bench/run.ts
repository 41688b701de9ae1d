import { cpus } from "node:os";
import { withDatabase } from "../commands/with-database";

/** Measures and prints; nothing is asserted about speed, since it belongs to the machine. `npm run bench`. */
async function run(): Promise<void> {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node.js ${process.versions.node}`);
  await withDatabase(async () => {
    const { benchChecks } = await import("./checks");
    const rates = await benchChecks();
    const ours = rates.find(({ name }) => name === "check: ours")?.perSecond ?? Number.NaN;
    for (const { name, perSecond } of rates) {
      const ratio = name.startsWith("check") ? `   ours / this: ${(ours / perSecond).toFixed(2)}` : "";
      console.log(`${name.padEnd(40)} ${Math.round(perSecond).toLocaleString("en-GB").padStart(14)} a second${ratio}`);
    }
  });
}

await run();
