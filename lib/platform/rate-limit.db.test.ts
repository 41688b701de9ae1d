import { describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { rateLimits } from "@/db/schema/platform";
import { now } from "./clock";
import { newId } from "./ids";
import { type Limit, searchWaitSentence, useLimits, waitSentence } from "./rate-limit";

const limit = (points: number, name = `test-${newId()}`): Limit => ({ name, points, seconds: 900 });

describe("a limit", () => {
  it("allows its points and then tells how long to wait", async () => {
    const use = [{ limit: limit(3), key: "amina@remit.example" }];
    for (let time = 0; time < 3; time += 1) expect(await useLimits(use)).toBeNull();
    const wait = await useLimits(use);
    expect(wait).toBeGreaterThan(890);
    expect(wait).toBeLessThanOrEqual(900);
  });

  it("that refuses leaves the limits named after it untouched, so that a stranger cannot use up an address", async () => {
    const [source, address] = [limit(2), limit(3)];
    const both = [
      { limit: source, key: "a stranger" },
      { limit: address, key: "amina@remit.example" },
    ];
    for (let time = 0; time < 2; time += 1) expect(await useLimits(both)).toBeNull();
    for (let time = 0; time < 5; time += 1) expect(await useLimits(both)).not.toBeNull();
    expect(await useLimits([{ limit: address, key: "amina@remit.example" }])).toBeNull();
  });

  it("counts each key and each limit by itself", async () => {
    const one = limit(1);
    expect(await useLimits([{ limit: one, key: "a" }])).toBeNull();
    expect(await useLimits([{ limit: one, key: "b" }])).toBeNull();
    expect(await useLimits([{ limit: limit(1), key: "a" }])).toBeNull();
    expect(await useLimits([{ limit: one, key: "a" }])).not.toBeNull();
  });

  it("lets exactly its points through when they come at once", async () => {
    const use = [{ limit: limit(5), key: "amina@remit.example" }];
    const answers = await Promise.all(Array.from({ length: 12 }, () => useLimits(use)));
    expect(answers.filter((wait) => wait === null)).toHaveLength(5);
  });

  it("counts an attempt whose own work fails afterwards", async () => {
    const use = [{ limit: limit(1), key: "a" }];
    await useLimits(use);
    const work = writeTransaction({ actorId: null, requestId: null }, async () => {
      throw new Error("on purpose");
    });
    await expect(work).rejects.toThrow("on purpose");
    expect(await useLimits(use)).not.toBeNull();
  });

  it("opens again when its time is over", async () => {
    const brief: Limit = { ...limit(1), seconds: 900 };
    const use = [{ limit: brief, key: "a" }];
    await useLimits(use);
    expect(await useLimits(use)).not.toBeNull();
    await writeTransaction({ actorId: null, requestId: null }, (tx) =>
      tx
        .update(rateLimits)
        .set({ expire: new Date(now().getTime() - 1_000) })
        .where(undefined),
    );
    expect(await useLimits(use)).toBeNull();
  });

  it("keeps no address in its table", async () => {
    await useLimits([{ limit: limit(1), key: "amina@remit.example" }]);
    expect(JSON.stringify(await readTransaction((tx) => tx.select().from(rateLimits)))).not.toContain("amina");
  });
});

it.each([
  [1, "in a minute"],
  [60, "in a minute"],
  [61, "in 2 minutes"],
  [900, "in 15 minutes"],
])("a wait of %i seconds reads %j", (seconds, sentence) => {
  expect(waitSentence(seconds)).toBe(sentence);
  expect(searchWaitSentence(seconds)).toBe(`That was a lot of searching. Search again ${sentence}.`);
});
