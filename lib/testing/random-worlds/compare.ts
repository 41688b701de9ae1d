import "server-only";
import type { Transaction } from "@/db/client";
import { type Ask, type Decision, decideMany } from "@/lib/permissions/decide";
import { type Actor, loadActors } from "@/lib/permissions/load-actor";
import { judge } from "../oracle/judge";
import type { Judgement, OracleAsk } from "../oracle/judgement";
import { plainEmail } from "../oracle/world";
import type { Batch, RandomWorld } from "./batch";

/** One question in both languages. */
export interface Case {
  readonly world: RandomWorld;
  readonly question: OracleAsk;
  readonly ask: Ask;
  readonly expected: Judgement;
}

/** The actors of a batch by their addresses, loaded as a request loads them. */
export async function loadBatchActors(tx: Transaction, batch: Batch): Promise<ReadonlyMap<string, Actor>> {
  const emails = batch.worlds.flatMap(({ actors }) => actors);
  const actors = await loadActors(tx, emails);
  return new Map(actors.map((actor) => [actor.email, actor] as const));
}

/** A question in the engine's words. */
export function askOf(actors: ReadonlyMap<string, Actor>, { actor, ...question }: OracleAsk): Ask {
  return { ...question, actor: actor === null ? null : (actors.get(plainEmail(actor)) ?? null) };
}

/** Every question of a batch, with the oracle's answer. */
export function casesOf(batch: Batch, actors: ReadonlyMap<string, Actor>): Case[] {
  return batch.worlds.flatMap((world) =>
    world.asks.map((question) => ({
      world,
      question,
      ask: askOf(actors, question),
      expected: judge(world.oracle, question),
    })),
  );
}

/** What is wrong with the engine's answers, one line for each fault; the seed and world make it again. */
export async function faultyDecisions(tx: Transaction, batch: Batch, cases: readonly Case[]): Promise<string[]> {
  const decisions = await decideMany(
    tx,
    cases.map(({ ask }) => ask),
  );
  return cases.flatMap((asked, index) => {
    const decision = decisions[index];
    const fault = decision === undefined ? "there is no answer" : faultOf(asked.expected, decision);
    return fault === null
      ? []
      : [`seed ${batch.seed}, world ${asked.world.prefix}: ${JSON.stringify(asked.question)}\n  ${fault}`];
  });
}

/** What is wrong with an answer: its outcome, its codes, what it lists as disappearing, or reasons that do not bear it out. */
function faultOf(expected: Judgement, decision: Decision): string | null {
  const codes = decision.reasons.map(({ code }) => code);
  const given = `${decision.outcome} ${codes.join(" ")}`;
  const wanted = `expected ${expected.outcome}${"codes" in expected ? ` ${expected.codes.map((either) => either.join("|")).join(" ")}` : ""}, got ${given}`;
  switch (expected.outcome) {
    case "not_visible":
      return given === "deny not_visible" ? null : wanted;
    case "deny": {
      const answered = expected.codes.every((either) => codes.some((code) => either.includes(code)));
      // Missing rights and want of validity are never mixed: the one is judged before the other.
      const unmixed = codes.every((code) => rights.has(code)) || codes.every((code) => !rights.has(code));
      return decision.outcome === "deny" && answered && unmixed ? null : wanted;
    }
    case "allow":
      return decision.outcome === "allow" && codes.length > 0 && decision.reasons.every(opens) ? null : wanted;
    case "confirm": {
      const [question, ...rest] = decision.reasons.toSorted((a, b) => Number(opens(a)) - Number(opens(b)));
      const borneOut = question?.code === "confirmation_required" && rest.length > 0 && rest.every(opens);
      if (decision.outcome !== "confirm" || !borneOut) {
        return wanted;
      }
      return sameRecords(expected.disappearing, decision.disappearing);
    }
  }
}

const rights: ReadonlySet<string> = new Set([
  "no_grant",
  "outside_reach",
  "not_wholly_inside",
  "tag_not_yours",
  "field_not_yours",
]);

const opening: ReadonlySet<string> = new Set([
  "root",
  "neighbourhood_admin",
  "partnership_admin",
  "partner_admin",
  "self",
  "everyone",
]);

function opens(reason: Decision["reasons"][number]): boolean {
  return opening.has(reason.code) && reason.rule !== null;
}

function sameRecords(
  expected: readonly { type: string; id: string }[],
  given: readonly { type: string; id: string }[],
) {
  const names = (records: readonly { type: string; id: string }[]) =>
    records
      .map(({ type, id }) => `${type} ${id}`)
      .toSorted()
      .join(", ");
  return names(expected) === names(given) ? null : `expected to lose ${names(expected)}; got ${names(given)}`;
}
