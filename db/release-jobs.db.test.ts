import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { env } from "@/env";
import { releaseJobs } from "./release-jobs";

const owner = postgres(env.databaseOwnerUrl, { max: 1, prepare: false, onnotice: () => undefined });

afterAll(() => owner.end());

const free = () => owner`select task_identifier from graphile_worker.jobs where locked_by is null order by 1`;

test("jobs that killed workers had in hand, in a queue or not, are free for the next worker", async () => {
  await owner`select graphile_worker.add_job('alone'), graphile_worker.add_job('queued', queue_name := 'one by one')`;
  await owner`update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now()`;
  await owner`update graphile_worker._private_job_queues set locked_by = 'killed', locked_at = now()`;
  expect(await free()).toEqual([]);
  await releaseJobs(env.databaseOwnerUrl);
  expect(await free()).toEqual([{ task_identifier: "alone" }, { task_identifier: "queued" }]);
  const queues = await owner`select locked_by from graphile_worker._private_job_queues`;
  expect([...queues]).toEqual([{ locked_by: null }]);
});

test("without such jobs nothing happens", async () => {
  await owner`delete from graphile_worker._private_jobs`;
  await releaseJobs(env.databaseOwnerUrl);
  expect(await free()).toEqual([]);
});
