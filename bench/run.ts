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
    const { benchWorld } = await import("./world");
    const { partners, loadSeconds, againSeconds, exportSeconds, peakMemory, lists } = await benchWorld();
    console.log(`world of ${partners.toLocaleString("en-GB")} partners: loaded in ${loadSeconds.toFixed(1)} s,`);
    console.log(
      `  again in ${againSeconds.toFixed(1)} s, exported in ${exportSeconds.toFixed(1)} s, peak memory ${peakMemory} MiB`,
    );
    const list = lists.find(({ name }) => name === "list: ours")?.milliseconds ?? Number.NaN;
    for (const { name, milliseconds, indexes } of lists) {
      const took = `${milliseconds.toFixed(1)} ms`.padStart(14);
      console.log(
        `${name.padEnd(40)} ${took}   this / ours: ${(milliseconds / list).toFixed(2)}   ${indexes.join(", ")}`,
      );
    }
  });
}

await run();
