import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdClock } from "@/lib/platform/clock";
import { judge } from "@/lib/testing/oracle/judge";
import type { Case } from "@/lib/testing/random-worlds/compare";
import { agrees, type Corpus, loadCorpora, policyFor, verdictOn } from "@/lib/testing/random-worlds/corpus";
import { ruleWitness } from "@/lib/testing/random-worlds/rule-witness";
import { actorWithout, worldWithout } from "@/lib/testing/random-worlds/without-grant";
import { WORLD_DAY } from "@/lib/testing/random-worlds/world-shape";
import type { Verdict } from "./decide";
import type { Grant } from "./load-actor";
import { policies } from "./policies/all";

const SEED = 7_000;
const rules = policies.flatMap((policy) => policy.rules);
/** Rules that open something to whoever asks can say no to nobody. */
const open = rules.filter(({ to, when }) => to === "everyone" && when.kind === "always").map(({ id }) => id);

let corpora: readonly Corpus[] = [];

beforeAll(async () => {
  holdClock(new Date(`${WORLD_DAY}T12:00:00Z`));
  corpora = await loadCorpora(SEED);
}, 120_000);
afterAll(() => holdClock(null));

function everyCase<Result>(work: (corpus: Corpus, asked: Case) => Result[]): Result[] {
  return corpora.flatMap((corpus) => corpus.cases.flatMap((asked) => work(corpus, asked)));
}

function reasonsOf({ outcome, raw, bare }: Verdict): string {
  const given = raw.map(({ code, ruleId, grant }) => `${code} ${outcome === "deny" ? "" : ruleId} ${grant?.id}`);
  return [outcome, ...new Set([...given, ...bare.map(({ code }) => code)])].toSorted().join(", ");
}

describe("the policy on the corpus", () => {
  it("every rule allows something and, unless it is open to everybody, refuses something", { timeout: 120_000 }, () => {
    const witness = ruleWitness(policies);
    const meet = policyFor(policies);
    everyCase((corpus, asked) => [verdictOn(corpus, asked, (actor) => witness.watch(meet(actor)))]);
    expect(rules.map(({ id }) => id).filter((id) => !witness.saidYes.has(id))).toEqual([]);
    expect(rules.map(({ id }) => id).filter((id) => !witness.saidNo.has(id))).toEqual(open);
  });

  it("the order of rules and of policies means nothing", { timeout: 120_000 }, () => {
    const [meet, turned] = [
      policyFor(policies),
      policyFor(policies.toReversed().map((policy) => ({ ...policy, rules: policy.rules.toReversed() }))),
    ];
    const differing = everyCase((corpus, asked) => {
      const [before, after] = [verdictOn(corpus, asked, meet), verdictOn(corpus, asked, turned)].map(reasonsOf);
      return before === after ? [] : [`${JSON.stringify(asked.question)}: ${before} / ${after}`];
    });
    expect(differing.slice(0, 10)).toEqual([]);
  });

  it("without a grant that an explanation names, the decision is refused or rests on other grants, as the oracle says", {
    timeout: 120_000,
  }, () => {
    const meet = policyFor(policies);
    const faults = everyCase((corpus, asked) => {
      const verdict = verdictOn(corpus, asked, meet);
      return verdict.outcome === "allow"
        ? grantsNamed(asked, verdict).flatMap((grant) => withoutGrant(corpus, asked, grant))
        : [];
    });
    expect(faults.slice(0, 10)).toEqual([]);
  });
});

// Own partners show in what the corpus knows about people, which is not made anew; those questions are left to the other proofs.
function grantsNamed({ ask, question }: Case, { raw }: Verdict): Grant[] {
  const named = new Set(raw.map(({ grant }) => grant?.id));
  const grants = ask.actor?.grants.filter(({ id }) => named.has(id)) ?? [];
  return grants.filter(
    ({ role }) =>
      role !== "partner_admin" || (question.resource.type === "partner" && question.action !== "remove_role"),
  );
}

function withoutGrant(corpus: Corpus, asked: Case, grant: Grant): string[] {
  const { actor } = asked.ask;
  if (actor === null || (grant.role === "root" && asked.question.resource.type !== "partner")) {
    return [];
  }
  const fewer = actorWithout(actor, grant.id);
  const expected = judge(worldWithout(asked.world.oracle, actor, grant), asked.question);
  const again = { ...asked, ask: { ...asked.ask, actor: fewer }, expected };
  const verdict = verdictOn(corpus, again, policyFor(policies));
  const stillNamed = verdict.raw.some((reason) => reason.grant?.id === grant.id);
  return agrees(again, verdict) && !stillNamed
    ? []
    : [`${JSON.stringify(asked.question)} without ${grant.role}: ${reasonsOf(verdict)}`];
}
