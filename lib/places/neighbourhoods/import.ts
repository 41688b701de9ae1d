import "server-only";
import type { Readable } from "node:stream";
import { liftTimeLimits, type Transaction } from "@/db/client";
import { recordAudit } from "@/lib/platform/audit";
import { type LookupFault, readLookup } from "./import-lookup";
import { type NeighbourhoodPlan, planNeighbourhoods } from "./import-plan";
import { lockNeighbourhoods, writeNeighbourhoods } from "./mutations";

/** A look-up that cannot be imported. Either `faults` lists every bad line, or the message is one sentence for all. */
export class LookupError extends Error {
  override readonly name = "LookupError";

  constructor(
    message: string,
    readonly faults: readonly LookupFault[] = [],
  ) {
    super(message);
  }
}

/** What an import did: the plan that was carried out, and how many wards the file held. */
export type NeighbourhoodImport = Readonly<{ plan: NeighbourhoodPlan; wards: number }>;

/**
 * Imports a look-up into the tree: new places are made, known codes with other names, parents or levels are changed,
 * places that the file no longer names stay. An import that changes nothing writes nothing, not even an audit event.
 * @param onProgress hears rows written and rows to write.
 * @throws LookupError when the file is malformed; nothing is written then.
 */
export async function importNeighbourhoods(
  tx: Transaction,
  input: Readable,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<NeighbourhoodImport> {
  const reading = await readLookup(input);
  await liftTimeLimits(tx);
  if (reading.outcome === "stranger") throw new LookupError(reading.sentence);
  if (reading.outcome === "faults") {
    const { length } = reading.faults;
    throw new LookupError(
      `${length} ${length === 1 ? "line is" : "lines are"} malformed. Nothing was written.`,
      reading.faults,
    );
  }
  const plan = planNeighbourhoods(await lockNeighbourhoods(tx), reading.neighbourhoods);
  const total = plan.created + plan.changed;
  if (total > 0) {
    await writeNeighbourhoods(tx, plan, (done) => onProgress(done, total));
    await recordAudit(tx, {
      actorId: null,
      actorLabel: "neighbourhood import",
      action: "neighbourhood.import",
      resourceType: "system",
      resourceId: "portal",
      after: importCounts(plan),
    });
  }
  return { plan, wards: reading.rows };
}

/** The plan in numbers, as the audit trail keeps it. */
function importCounts(plan: NeighbourhoodPlan): Record<string, number> {
  return {
    created: plan.created,
    renamed: plan.renamed.length,
    moved: plan.moved.length,
    reclassified: plan.reclassified.length,
    unchanged: plan.unchanged,
    absent: plan.absent.length,
  };
}
