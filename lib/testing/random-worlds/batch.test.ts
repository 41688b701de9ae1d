import { expect, it } from "vitest";
import { judge } from "../oracle/judge";
import { batchOf } from "./batch";

it("x", () => {
  const t0 = performance.now();
  const batch = batchOf(1, { worlds: 250, asks: 60 });
  const t1 = performance.now();
  const counts = new Map<string, number>();
  for (const w of batch.worlds) for (const a of w.asks) {
    const j = judge(w.oracle, a);
    const k = `${a.resource.type}.${a.action} ${j.outcome} ${j.outcome === "deny" ? j.codes.join("|") : ""}`;
    counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  console.log(t1 - t0, performance.now() - t1);
  console.log([...counts].sort().map(([k, n]) => `${n} ${k}`).join("\n"));
});
