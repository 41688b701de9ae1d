import { eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { calendarImports } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { env } from "@/env";
import { now } from "@/lib/platform/clock";
import { addCalendarForTest } from "@/lib/testing/calendars";
import { smallWorld } from "@/lib/testing/small-world";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { queueImport } from "../mutations";
import { importDueCalendarsJob } from "./import-due-calendars";

let partnerId = "";
const owner = postgres(env.databaseOwnerUrl, { max: 1, prepare: false });

beforeAll(async () => {
  await loadForTest(smallWorld);
  const [first] = await readTransaction((tx) => tx.select().from(partners).where(eq(partners.externalId, "p1")));
  partnerId = first?.id ?? "";
});

afterAll(() => owner.end());

const minutes = (count: number) => new Date(now().getTime() + count * 60_000);

async function waiting(calendarId: string): Promise<number> {
  const rows = await owner`select 1 from graphile_worker.jobs where key = ${`import-calendar:${calendarId}`}`;
  return rows.length;
}

it.each([
  ["was never imported", {}, 1],
  ["is due", { nextAt: minutes(-1) }, 1],
  ["is due although it fails", { state: "error", failure: "not_found", nextAt: minutes(-1) }, 1],
  ["is not due", { nextAt: minutes(1) }, 0],
  ["fails and is not due", { state: "unreachable", failure: "timeout", nextAt: minutes(1) }, 0],
  ["runs", { state: "running", stateSince: minutes(-9), nextAt: minutes(-60) }, 0],
  ["was broken off", { state: "running", stateSince: minutes(-11), nextAt: minutes(60) }, 1],
  ["waits", { state: "queued", stateSince: minutes(-9) }, 0],
  ["was forgotten", { state: "queued", stateSince: minutes(-11) }, 1],
] as const)(
  "of a calendar that %s there are so many jobs (%j: %i), however often is looked",
  async (about, importing, jobs) => {
    const { id } = await addCalendarForTest({ partnerId, about, importing });
    await importDueCalendarsJob.run({});
    await importDueCalendarsJob.run({});
    expect(await waiting(id)).toBe(jobs);
  },
);

it("a calendar without a source is never due", async () => {
  const { id } = await addCalendarForTest({ partnerId, about: "bare", url: null });
  await importDueCalendarsJob.run({});
  expect(await waiting(id)).toBe(0);
});

it("one statement queues all that are due", async () => {
  for (const about of ["a", "b", "c"]) await addCalendarForTest({ partnerId, about });
  expect(await countStatements(() => importDueCalendarsJob.run({}))).toBe(1);
});

it("asking for an import twice leaves one job, and none where the transaction fails", async () => {
  const { id } = await addCalendarForTest({ partnerId, about: "asked", importing: { nextAt: minutes(60) } });
  const settings = { actorId: null, requestId: null };
  const broken = writeTransaction(settings, async (tx) => {
    await queueImport(tx, id);
    throw new Error("on purpose");
  });
  await expect(broken).rejects.toThrow("on purpose");
  expect(await waiting(id)).toBe(0);
  await writeTransaction(settings, (tx) => queueImport(tx, id));
  await writeTransaction(settings, (tx) => queueImport(tx, id));
  expect(await waiting(id)).toBe(1);
  const [row] = await readTransaction((tx) =>
    tx.select().from(calendarImports).where(eq(calendarImports.calendarId, id)),
  );
  expect(row?.state).toBe("queued");
});
