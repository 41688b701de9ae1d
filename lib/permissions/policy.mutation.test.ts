import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdClock } from "@/lib/platform/clock";
import type { Case } from "@/lib/testing/random-worlds/compare";
import { agrees, type Corpus, loadCorpora, policyFor, verdictOn } from "@/lib/testing/random-worlds/corpus";
import { equivalentMutants } from "@/lib/testing/random-worlds/equivalent-mutants";
import { type Mutant, mutantsOf } from "@/lib/testing/random-worlds/mutants";
import { WORLD_DAY } from "@/lib/testing/random-worlds/world-shape";
import { policies } from "./policies/all";

const SEED = 4_000;

let corpora: readonly Corpus[] = [];
let disagreements: string[] = [];

beforeAll(async () => {
  holdClock(new Date(`${WORLD_DAY}T12:00:00Z`));
  const meet = policyFor(policies);
  const loaded = await loadCorpora(SEED);
  const isRight = (corpus: Corpus, asked: Case) => agrees(asked, verdictOn(corpus, asked, meet));
  disagreements = loaded.flatMap((corpus) =>
    corpus.cases.filter((asked) => !isRight(corpus, asked)).map(({ question }) => JSON.stringify(question)),
  );
  // A question that the policy itself gets wrong would seem to catch every edit.
  corpora = loaded.map((corpus) => ({ ...corpus, cases: corpus.cases.filter((asked) => isRight(corpus, asked)) }));
}, 120_000);
afterAll(() => holdClock(null));

function isCaught({ policies: edited }: Mutant): boolean {
  const meet = policyFor(edited);
  return corpora.some((corpus) => corpus.cases.some((asked) => !agrees(asked, verdictOn(corpus, asked, meet))));
}

describe("single edits of the policy", () => {
  it("the unedited policy agrees with the oracle on the whole corpus", () => {
    expect(disagreements).toEqual([]);
  });

  it("every edit is caught by some decision of the corpus, but for those reviewed as equivalent", {
    timeout: 600_000,
  }, () => {
    const survivors = mutantsOf(policies).filter((mutant) => !isCaught(mutant));
    expect(survivors.map(({ name }) => name).toSorted()).toEqual(Object.keys(equivalentMutants).toSorted());
  });
});
