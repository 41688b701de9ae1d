import { type SQL, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Transaction, writeTransaction } from "@/db/client";
import { env } from "@/env";
import { holdClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { enqueueJob } from "@/lib/platform/jobs/enqueue";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { loadForTest } from "@/lib/testing/statements";
import { LATEST_EVENTS, TREND_WEEKS } from "./constants";
import { getRootDashboard } from "./queries";

beforeAll(async () => {
  await loadForTest({
    ...editingWorld,
    roles: [
      ...(editingWorld.roles ?? []),
      { user: "plain@people.example", role: "partnership_admin", neighbourhoods: ["hulme"], partnerships: [] },
      { user: "far@people.example", role: "partnership_admin", neighbourhoods: [], partnerships: ["age"] },
      {
        user: "co@people.example",
        role: "partnership_admin",
        neighbourhoods: [],
        partnerships: [],
        endsOn: "2024-01-31",
      },
    ],
  });
});
afterAll(() => holdClock(null));

async function dashboard() {
  const { dashboard: found } = await getRootDashboard(await actorOf("root"));
  if (found === null) throw new Error("Root has no dashboard.");
  return found;
}

function change(work: (tx: Transaction) => Promise<unknown>): Promise<unknown> {
  return writeTransaction({ actorId: null, requestId: null }, work);
}

/** The queue belongs to the owner of the schema, as whom a connection of its own logs in. */
async function asOwner(text: string): Promise<void> {
  const client = postgres(env.databaseOwnerUrl, { max: 1, prepare: false, onnotice: () => undefined });
  await client.unsafe(text).finally(() => client.end());
}

test("the lines count every partner and every fault of the data, and the rest of the wing is counted too", async () => {
  const { lines, people, neighbourhoods } = await dashboard();
  expect(lines.map(({ key, count }) => [key, count])).toEqual([
    ["partners", 7],
    ["without-admin", 6],
    ["without-hours", 6],
    ["hidden", 1],
    ["changed", 7],
    ["without-place", 0],
  ]);
  expect(people).toEqual({ count: 10, href: "/people" });
  expect(neighbourhoods).toEqual({ count: 7, href: "/places/neighbourhoods" });
});

test("the trend counts what was made in each of twelve weeks from Monday to Sunday in UTC, and nothing older", async () => {
  holdClock(new Date("2026-03-11T12:00:00Z"));
  await change(async (tx) => {
    const made = (name: string, at: string) =>
      sql`update partners set created_at = ${at}::timestamptz where external_id = ${name}`;
    await tx.execute(sql`update partners set created_at = '2020-01-01'`);
    await tx.execute(made("garden", "2026-03-09T00:00:00Z"));
    await tx.execute(made("bridge", "2026-03-08T23:59:59.999Z"));
    await tx.execute(made("kitchen", "2025-12-22T00:00:00Z"));
    await tx.execute(made("hall", "2025-12-21T23:59:59Z"));
  });
  const { trend } = await dashboard();
  holdClock(null);
  expect(trend).toHaveLength(TREND_WEEKS);
  expect(trend.filter(({ created }) => created > 0)).toEqual([
    { week: "2025-12-22", created: 1 },
    { week: "2026-03-02", created: 1 },
    { week: "2026-03-09", created: 1 },
  ]);
  expect(trend.at(-1)?.week).toBe("2026-03-09");
});

describe("what waits for root", () => {
  test("is every mail that failed and was not sent since, the latest first", async () => {
    const mail = (subject: string, sent: string | null, failed: string | null) => sql`
      insert into mails (id, template, recipient, subject, html, text, sent_at, failed_at, failure)
      values (${newId()}, 'sign-in', 'a@people.example', ${subject}, '<p>Hello</p>', 'Hello', ${sent}::timestamptz, ${failed}::timestamptz, ${failed && "EENVELOPE 550"})`;
    await change(async (tx) => {
      await tx.execute(mail("sent", "2026-01-01", null));
      await tx.execute(mail("sent at last", "2026-01-02", "2026-01-01"));
      await tx.execute(mail("waiting", null, null));
      await tx.execute(mail("failed first", null, "2026-01-01T10:00:00Z"));
      await tx.execute(mail("failed last", null, "2026-01-02T10:00:00Z"));
    });
    const { undelivered } = await dashboard();
    expect(undelivered).toMatchObject({ count: 2, href: "/mail?state=undelivered" });
    expect(undelivered.mails).toMatchObject([
      {
        subject: "failed last",
        recipient: "a@people.example",
        failedAt: "2026-01-02T10:00:00Z",
        failure: "EENVELOPE 550",
      },
      { subject: "failed first" },
    ]);
  });

  test("is every role in force that opens nothing, with what is missing", async () => {
    const { incomplete } = await dashboard();
    expect(incomplete).toMatchObject({ count: 2, href: "/people?role=incomplete" });
    expect(incomplete.grants.toSorted((a, b) => a.email.localeCompare(b.email))).toMatchObject([
      { email: "far@people.example", name: "Person far", role: "partnership_admin", missing: ["neighbourhoods"] },
      { email: "plain@people.example", role: "partnership_admin", missing: ["partnerships"] },
    ]);
  });
});

test("the latest events of the trail are shown, the newest first", async () => {
  await change(async (tx) => {
    for (let index = 0; index < LATEST_EVENTS + 2; index += 1) {
      await tx.execute(sql`insert into audit_events (id, at, actor_label, action, resource_type, resource_id)
        values (${newId()}, '2026-01-01T00:00:00Z', 'a test', 'partner.update', 'partner', ${`p${index}`})`);
    }
  });
  const { events } = await dashboard();
  expect(events.map(({ resourceId }) => resourceId)).toEqual(
    Array.from({ length: LATEST_EVENTS }, (_, index) => `p${LATEST_EVENTS + 1 - index}`),
  );
  expect(events[0]).toMatchObject({ at: "2026-01-01T00:00:00Z", actorLabel: "a test", action: "partner.update" });
});

test("an event names its record as it is called now, one that is gone has no name, and signing in is no event here", async () => {
  const about = (
    type: string,
    id: SQL,
  ) => sql`insert into audit_events (id, at, actor_label, action, resource_type, resource_id)
    values (${newId()}, '2026-01-01T00:00:00Z', 'a test', 'x', ${type}, (${id}))`;
  await change(async (tx) => {
    await tx.execute(about("partner", sql`select id::text from partners where external_id = 'garden'`));
    await tx.execute(about("user", sql`select id::text from users where email = 'plain@people.example'`));
    await tx.execute(about("neighbourhood", sql`select id::text from neighbourhoods where code = 'hulme'`));
    await tx.execute(about("partner", sql`select ${newId()}`));
    await tx.execute(about("system", sql`select 'portal'`));
    await tx.execute(sql`insert into audit_events (id, at, actor_label, action, resource_type, resource_id)
      values (${newId()}, '2026-01-01T00:00:00Z', 'a test', 'session.start', 'user', 'x')`);
  });
  const { events } = await dashboard();
  expect(events.slice(0, 5).map(({ resourceName }) => resourceName)).toEqual([
    null,
    null,
    "Hulme",
    "Person plain",
    "Juniper Garden",
  ]);
});

test("the health of the machine is told in numbers: jobs that wait, since when, and the size of the database", async () => {
  const before = (await dashboard()).health;
  expect(before).toEqual({
    waiting: 0,
    retrying: 0,
    failed: 0,
    oldestDueAt: null,
    databaseBytes: expect.any(Number),
  });
  expect(before.databaseBytes).toBeGreaterThan(1_000_000);
  await change(async (tx) => {
    await enqueueJob(tx, "send-mail", { mailId: newId() });
    await enqueueJob(tx, "sweep", {});
  });
  const queued = (await dashboard()).health;
  expect(queued).toMatchObject({ waiting: 2, retrying: 0, failed: 0, oldestDueAt: expect.stringMatching(/^20.*Z$/) });
  // As if one had failed once and were to be tried again tomorrow, and the other had used up its tries.
  await asOwner(`update graphile_worker._private_jobs set attempts = 1, run_at = now() + interval '1 day' where task_id = (
    select id from graphile_worker._private_tasks where identifier = 'send-mail')`);
  await asOwner("update graphile_worker._private_jobs set attempts = max_attempts where attempts = 0");
  expect((await dashboard()).health).toMatchObject({ waiting: 1, retrying: 1, failed: 1, oldestDueAt: null });
});

test.each(["area", "pa", "own", "plain"])("none of this is for %s, who is told so", async (who) => {
  const { decision, dashboard: found } = await getRootDashboard(await actorOf(who));
  expect([decision.outcome, found]).toEqual(["deny", null]);
});
