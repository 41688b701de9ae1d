import "server-only";
import type { Transaction } from "@/db/client";
import { newId } from "../catalogue";
import { type Ask, type Decision, decideMany } from "../decide";
import { normaliseEmail } from "../facts/ledger";
import { type Actor, loadActors } from "../load-actor";
import type { Evaluation } from "./parse";

/** A question and its answer; `actor` is null where the subject is nobody with an account. */
export interface Evaluated {
  readonly evaluation: Evaluation;
  readonly actor: Actor | null;
  readonly decision: Decision;
}

/** The answers to all questions, in their order, in a number of statements that does not grow with the questions. */
export async function evaluateBatch(
  tx: Transaction,
  evaluations: readonly Evaluation[],
): Promise<readonly Evaluated[]> {
  const find = await loadSubjects(
    tx,
    evaluations.map(({ subject }) => subject),
  );
  const asked = evaluations.map((evaluation) => ({ evaluation, actor: find(evaluation.subject) }));
  const decisions = await decideMany(
    tx,
    asked.map(({ evaluation, actor }) => askOf(evaluation, actor)),
  );
  return asked.flatMap((one, index) => {
    const decision = decisions[index];
    return decision === undefined ? [] : [{ ...one, decision }];
  });
}

/** Finds the actors that subjects stand for, by e-mail address or UUID, all in one load. Other types of subject are nobody. */
export async function loadSubjects(
  tx: Transaction,
  subjects: readonly Evaluation["subject"][],
): Promise<(subject: Evaluation["subject"]) => Actor | null> {
  const keyOf = ({ type, id }: Evaluation["subject"]) => (type === "user" ? normaliseEmail(id) : null);
  const keys = new Set(subjects.flatMap((subject) => keyOf(subject) ?? []));
  const actors = await loadActors(tx, [...keys]);
  const byKey = new Map(actors.flatMap((actor) => [[actor.email, actor] as const, [actor.userId, actor] as const]));
  return (subject) => byKey.get(keyOf(subject) ?? "") ?? null;
}

/** Stored facts win: what a caller says about a stored record is not heard, only what it says about a proposed one. */
function askOf({ action, resource }: Evaluation, actor: Actor | null): Ask {
  const { type, id } = resource;
  const proposed = id === newId && resource.properties !== undefined;
  return {
    actor,
    action: action.name,
    resource: proposed ? { type, id, properties: resource.properties } : { type, id },
    ...(action.properties === undefined ? {} : { properties: action.properties }),
  };
}
