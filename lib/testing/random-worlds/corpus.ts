import "server-only";
import { judge as decideInMemory, loadLedgerFor, type Verdict } from "@/lib/permissions/decide";
import type { Policy } from "@/lib/permissions/engine/policy";
import { type Specialised, specialise } from "@/lib/permissions/engine/specialise";
import type { Ledger } from "@/lib/permissions/facts/ledger";
import { type Actor, subjectOf } from "@/lib/permissions/load-actor";
import { judge } from "../oracle/judge";
import { batchOf } from "./batch";
import { askOf, type Case, casesOf, loadBatchActors } from "./compare";
import { soloOf } from "./solo";
import { systematicAsks } from "./systematic-asks";
import { withWorlds } from "./with-worlds";

/** Questions with the oracle's answers and with every record they speak of in memory, so that any policy can be tried on them. */
export interface Corpus {
  readonly cases: readonly Case[];
  readonly ledger: Ledger;
}

/** The policy as one actor meets it. */
export type Specialise = (actor: Actor) => Specialised;

/** The worlds of which every record is asked about, the partners too. */
const WORLDS_IN_FULL = 30;

/**
 * The corpus of a seed: sixty worlds with random questions and with each single action and change, and one world with two
 * roots that is alone. Nothing of it is left in the database.
 */
export async function loadCorpora(seed: number): Promise<readonly Corpus[]> {
  const many = batchOf(seed, { worlds: 60, asks: 60 });
  const [full] = Array.from({ length: 20 }, (_, index) => soloOf(seed + index)).filter(hasRootAndMore);
  if (full === undefined) {
    throw new Error("No world of these seeds has a root beside others: choose another seed.");
  }
  const corpusOf = (batch: typeof many) =>
    withWorlds(batch, async (tx) => {
      const actors = await loadBatchActors(tx, batch);
      const systematic = batch.worlds.flatMap((world, index) => systematicAsks(world, index < WORLDS_IN_FULL));
      const cases = [
        ...casesOf(batch, actors),
        ...systematic.map(([world, question]) => ({
          world,
          question,
          ask: askOf(actors, question),
          expected: judge(world.oracle, question),
        })),
      ];
      return {
        cases,
        ledger: await loadLedgerFor(
          tx,
          cases.map(({ ask }) => ask),
        ),
      };
    });
  return [await corpusOf(many), await corpusOf(full)];
}

function hasRootAndMore({ worlds }: ReturnType<typeof soloOf>): boolean {
  return worlds.some(({ roles, actors, users }) => {
    const active = users
      .filter(({ email, deactivated }) => actors.includes(email) && !deactivated)
      .map(({ email }) => email);
    const roots = roles.filter(
      ({ user, role, endsOn }) => role === "root" && endsOn === undefined && active.includes(user),
    );
    return roots.length === 2 && active.length === actors.length;
  });
}

/** How a policy is met by each actor; asked twice for the same actor it gives the same. */
export function policyFor(policies: readonly Policy[]): Specialise {
  const known = new Map<Actor, Specialised>();
  return (actor) => {
    const specialised = known.get(actor) ?? specialise(policies, subjectOf(actor));
    known.set(actor, specialised);
    return specialised;
  };
}

/** The engine's answer to one question of a corpus under a given policy. */
export function verdictOn({ ledger }: Corpus, { ask }: Case, meet: Specialise): Verdict {
  const { actor } = ask;
  return decideInMemory(ask, ledger, new Map(actor === null ? [] : [[actor, meet(actor)]]));
}

/** Whether an answer is the oracle's, as far as its outcome goes. */
export function agrees({ expected }: Case, { outcome }: Verdict): boolean {
  return outcome === (expected.outcome === "not_visible" ? "deny" : expected.outcome);
}
