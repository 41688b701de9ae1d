import "server-only";
import { readTransaction } from "@/db/client";
import { type Answer, endpoint } from "./endpoint";
import { type Evaluated, evaluateBatch } from "./evaluate-batch";
import { type Batch, type Evaluation, parseBatch, parseEvaluation, parseResourceSearch, type Semantic } from "./parse";
import { type EvaluationReply, replyTo, replyToProblem } from "./reply";
import { searchForResources } from "./search-resources";

/** `POST /access/v1/evaluation`: one question, one decision. */
export const answerEvaluation = endpoint("evaluation", async (body) => decideOne(parseEvaluation(body)));

/** `POST /access/v1/evaluations`: many questions at once; without any it behaves exactly as `answerEvaluation`. */
export const answerEvaluations = endpoint("evaluations", async (body) => {
  const batch = parseBatch(body);
  return batch === null ? decideOne(parseEvaluation(body)) : decideAll(batch);
});

/** `POST /access/v1/search/resource`: the records that a subject may do something to. */
export const answerResourceSearch = endpoint("search/resource", async (body, key) => {
  const asked = parseResourceSearch(body);
  const reply = await readTransaction((tx) => searchForResources(tx, asked, key.id));
  const { subject, action, resource } = asked;
  const trace = { subject: subject.id, action: action.name, resourceType: resource.type, count: reply.results.length };
  return { reply, trace };
});

async function decideOne(evaluation: Evaluation): Promise<Answer> {
  const evaluated = await readTransaction((tx) => evaluateBatch(tx, [evaluation]));
  const [reply] = evaluated.map(replyTo);
  if (reply === undefined) {
    throw new Error("A question was left without an answer.");
  }
  return { reply, trace: traceOf(evaluated) };
}

async function decideAll({ items, semantic }: Batch): Promise<Answer> {
  const whole = items.flatMap((item) => ("problem" in item ? [] : [item]));
  const evaluated = await readTransaction((tx) => evaluateBatch(tx, whole));
  const answers = new Map(evaluated.map((one) => [one.evaluation, replyTo(one)] as const));
  const replies = items.map((item) => {
    const reply = "problem" in item ? replyToProblem(item.problem) : answers.get(item);
    if (reply === undefined) {
      throw new Error("A question was left without an answer.");
    }
    return reply;
  });
  const trace = { ...traceOf(evaluated), incomplete: items.length - whole.length, semantic };
  return { reply: { evaluations: stopped(replies, semantic) }, trace };
}

/** The replies up to the one that stops the batch, that one included. */
function stopped(replies: readonly EvaluationReply[], semantic: Semantic): readonly EvaluationReply[] {
  if (semantic === "execute_all") {
    return replies;
  }
  const stop = replies.findIndex(({ decision }) => decision === (semantic === "permit_on_first_permit"));
  return stop === -1 ? replies : replies.slice(0, stop + 1);
}

/** What the decision log keeps: how many outcomes of each kind, and each question with its outcome, by ids. */
function traceOf(evaluated: readonly Evaluated[]): Answer["trace"] {
  const count = (wanted: Evaluated["decision"]["outcome"]) =>
    evaluated.filter(({ decision }) => decision.outcome === wanted).length;
  const questions = evaluated.map(({ evaluation: { subject, action, resource }, decision }) => ({
    subject: subject.id,
    action: action.name,
    resource: `${resource.type} ${resource.id}`,
    outcome: decision.outcome,
    rules: [...new Set(decision.reasons.flatMap(({ rule }) => rule ?? []))],
  }));
  return { allow: count("allow"), deny: count("deny"), confirm: count("confirm"), questions };
}
