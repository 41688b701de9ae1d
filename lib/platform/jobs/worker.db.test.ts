import { eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readTransaction, writeTransaction } from "@/db/client";
import { sessions, signInChallenges } from "@/db/schema/people";
import { mails, rateLimits } from "@/db/schema/platform";
import { env, settleEnv } from "@/env";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { addUserForTest } from "@/lib/testing/sessions";
import { enqueueJob } from "./enqueue";
import { defineJob } from "./job";
import { sweepJob } from "./sweep";
import { startWorker, type Worker } from "./worker";

const HOUR_MS = 3_600_000;
const nobody = { actorId: null, requestId: null };
const heard: string[] = [];
const waiting: (() => void)[] = [];

const noteJob = defineJob({
  name: "note",
  payload: z.object({ word: z.string() }),
  run: async ({ word }) => {
    heard.push(word);
    for (const wake of waiting.splice(0)) wake();
  },
});

describe("the worker", () => {
  let worker: Worker;

  beforeAll(async () => {
    worker = await startWorker([noteJob]);
  });

  afterAll(() => worker.stop());

  it("does a job that was put in by the application's role, once its transaction is committed", async () => {
    await writeTransaction(nobody, (tx) => enqueueJob(tx, "note", { word: "committed" }));
    await until(() => heard.includes("committed"));
    expect(heard.filter((word) => word === "committed")).toHaveLength(1);
  });

  it("never does a job whose transaction was rolled back", async () => {
    const work = writeTransaction(nobody, async (tx) => {
      await enqueueJob(tx, "note", { word: "rolled back" });
      throw new Error("on purpose");
    });
    await expect(work).rejects.toThrow("on purpose");
    await writeTransaction(nobody, (tx) => enqueueJob(tx, "note", { word: "afterwards" }));
    await until(() => heard.includes("afterwards"));
    expect(heard).not.toContain("rolled back");
  });

  it("keeps a job that fails, with what went wrong, for another try", async () => {
    await writeTransaction(nobody, (tx) => enqueueJob(tx, "note", { word: 7 }, "broken"));
    const owner = postgres(env.databaseOwnerUrl, { max: 1, prepare: false });
    const find = () =>
      owner`select attempts, last_error from graphile_worker.jobs where key = 'broken' and attempts > 0`;
    await until(async () => (await find()).length === 1 && (await find())[0]?.last_error !== null);
    expect((await find())[0]).toMatchObject({ attempts: 1, last_error: expect.stringContaining("expected string") });
    await owner.end();
  });
});

it("the sweep clears away what is long over and leaves everything else", async () => {
  const at = (hours: number) => new Date(now().getTime() + hours * HOUR_MS);
  const email = `sweep-${newId()}@remit.example`;
  const kept = { challenge: newId(), session: newId(), ended: newId() };
  await writeTransaction(nobody, async (tx) => {
    const userId = await addUserForTest(tx, email);
    const challenge = (id: string, expiresAt: Date) => ({ id, email, linkHash: newId(), codeHash: "x", expiresAt });
    await tx.insert(signInChallenges).values([challenge(newId(), at(-25)), challenge(kept.challenge, at(-23))]);
    const session = (id: string, expiresAt: Date, endedAt: Date | null) => ({
      ...{ id, userId, tokenHash: newId(), device: "A test", expiresAt, endedAt },
    });
    await tx
      .insert(sessions)
      .values([
        session(newId(), at(-31 * 24), null),
        session(newId(), at(24), at(-31 * 24)),
        session(kept.session, at(24), null),
        session(kept.ended, at(-22 * 24), at(-29 * 24)),
      ]);
    await tx.insert(rateLimits).values([
      { key: "over", points: 1, expire: at(-1) },
      { key: "counting", points: 1, expire: at(1) },
    ]);
  });
  await sweepJob.run({});
  await sweepJob.run({});
  const left = await readTransaction(async (tx) => ({
    challenges: await tx
      .select({ id: signInChallenges.id })
      .from(signInChallenges)
      .where(eq(signInChallenges.email, email)),
    sessions: await tx.select({ id: sessions.id }).from(sessions).orderBy(sessions.id),
    limits: await tx.select({ key: rateLimits.key }).from(rateLimits),
  }));
  expect(left).toEqual({
    challenges: [{ id: kept.challenge }],
    sessions: [kept.session, kept.ended].toSorted().map((id) => ({ id })),
    limits: [{ key: "counting" }],
  });
});

it.each([
  ["in earnest, also without a mail server, and so does one after ninety days", "0", null],
  ["not in the demo, whose letter box it is", "1", "words"],
])("a mail whose link is long over loses its words %s", async (_when, DEMO, left) => {
  settleEnv({ ...process.env, DEMO });
  const ago = (hours: number) => new Date(now().getTime() - hours * HOUR_MS);
  const recipient = `swept-${newId()}@remit.example`;
  const mail = (subject: string, secretUntil: Date | null, createdAt = ago(2)) => ({
    ...{ id: newId(), template: "test", recipient, subject, html: "words", text: "words", createdAt, secretUntil },
  });
  await writeTransaction(nobody, (tx) =>
    tx
      .insert(mails)
      .values([
        mail("a: over", ago(1.1)),
        mail("b: over for minutes", ago(0.9)),
        mail("c: no secret", null),
        mail("d: of last season", null, ago(91 * 24)),
      ]),
  );
  await sweepJob.run({});
  const rows = await readTransaction((tx) =>
    tx.select().from(mails).where(eq(mails.recipient, recipient)).orderBy(mails.subject),
  );
  expect(rows.map(({ subject, html, text }) => [subject, html, text])).toEqual([
    ["a: over", left, left],
    ["b: over for minutes", "words", "words"],
    ["c: no secret", "words", "words"],
  ]);
});

/** Waits for a state: looks again after each job and, for what jobs do not tell, every tenth of a second. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      setTimeout(resolve, 100);
    });
  }
}
