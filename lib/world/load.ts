import "server-only";
import { sql } from "drizzle-orm";
import { liftTimeLimits, type Transaction } from "@/db/client";
import { writeNeighbourhoods } from "@/lib/places/neighbourhoods/mutations";
import { recordAudit } from "@/lib/platform/audit";
import type { ListCounts, Report } from "./bulk";
import { duplicateErrors } from "./duplicates";
import { WorldErrors } from "./errors";
import { writePartners } from "./load-partners";
import { writeUsers } from "./load-people";
import { writeRoles } from "./load-roles";
import { writeTags } from "./load-tags";
import { type ParsedWorld, parseWorld } from "./parse";
import { freePartnerNames, sameNameErrors } from "./partner-names";
import { referenceErrors } from "./references";
import { resetWorld } from "./reset";
import { type ResolvedWorld, resolveWorld } from "./resolve";
import type { HeldList } from "./schema";

/** What a load did, list by list. */
export type WorldCounts = Readonly<Record<HeldList, Readonly<ListCounts>>>;

/** How to load. */
export type LoadOptions = Readonly<{
  /** Empties the portal first; the audit trail and the keys of other systems stay. */
  reset?: boolean;
  /** Who loads, in words, for the audit trail. */
  actorLabel?: string;
  /** Hears how many entries of the file are written, of how many. */
  onProgress?: (done: number, total: number) => void;
}>;

/**
 * Loads a world file: an upsert by each list's natural key in which a record's own links are replaced. The same file
 * again changes nothing, writes nothing and leaves no audit event. The caller's transaction makes it all or nothing.
 * @param json the parsed file; it is proven here.
 * @throws WorldErrors with everything that is wrong with the file. The transaction must then be rolled back.
 */
export async function loadWorld(tx: Transaction, json: unknown, options: LoadOptions = {}): Promise<WorldCounts> {
  const { actorLabel = "world file", onProgress = () => undefined } = options;
  await liftTimeLimits(tx);
  const { world, errors: misshapen } = parseWorld(json);
  if (options.reset === true) await resetWorld(tx, actorLabel);
  const { resolved, errors: unresolved } = await resolveWorld(tx, world);
  const errors = [
    ...misshapen,
    ...duplicateErrors(world),
    ...(await sameNameErrors(tx, world)),
    ...unresolved,
    ...referenceErrors(world, resolved),
    ...(await freePartnerNames(tx, world.partners, resolved)),
  ];
  if (errors.length > 0) throw new WorldErrors(errors);
  await tx.execute(sql`select set_config('app.any_root', 'on', true)`);
  if (world.structureOnly) await tx.execute(sql`select set_config('app.structure_only', 'on', true)`);
  const counts = await writeLists(tx, world, resolved, { actorLabel, report: progress(world, onProgress) });
  await settleConstraints(tx);
  if (Object.values(counts).some(({ created, changed }) => created + changed > 0)) {
    await recordAudit(tx, {
      actorId: null,
      actorLabel,
      action: "world.load",
      resourceType: "system",
      resourceId: "portal",
      after: counts,
    });
  }
  return counts;
}

async function writeLists(
  tx: Transaction,
  world: ParsedWorld,
  resolved: ResolvedWorld,
  { actorLabel, report }: { actorLabel: string; report: Report },
): Promise<WorldCounts> {
  const { plan } = resolved;
  if (plan === null) throw new Error("A tree without a plan cannot be written");
  const users = await writeUsers(tx, world.users, resolved.users, report);
  await writeNeighbourhoods(tx, plan);
  report(world.neighbourhoods.length);
  const { created, changed, unchanged } = plan;
  const tags = await writeTags(tx, world.tags, resolved.tags, report);
  const partners = await writePartners(tx, world.partners, resolved, report);
  const roles = await writeRoles(tx, world.roles, resolved, actorLabel, report);
  return { users, neighbourhoods: { created, changed, unchanged }, tags, partners, roles };
}

function progress(world: ParsedWorld, onProgress: (done: number, total: number) => void): Report {
  const lists = [world.users, world.neighbourhoods, world.tags, world.partners, world.roles];
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  let done = 0;
  return (entries) => {
    done += entries;
    onProgress(Math.min(done, total), total);
  };
}

/** Lets the rules that wait for the end of the transaction speak now, while their refusal can still be put in words. */
async function settleConstraints(tx: Transaction): Promise<void> {
  try {
    await tx.execute(sql`set constraints all immediate`);
  } catch (fault) {
    const cause = fault instanceof Error ? fault.cause : undefined;
    const refused = cause instanceof Error && "constraint_name" in cause ? cause.constraint_name : undefined;
    if (refused !== "portal_has_root") throw fault;
    const message = "the portal would be left without an active root";
    throw new WorldErrors([{ path: "roles", message }], { cause: fault });
  }
  await tx.execute(sql`set constraints all deferred`);
}
