import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { calendarImports, calendars, events } from "@/db/schema/calendars";
import { partners } from "@/db/schema/places";
import { holdClock, now } from "@/lib/platform/clock";
import { addCalendarForTest, addEventForTest, type TestCalendarPlan } from "@/lib/testing/calendars";
import { smallWorld } from "@/lib/testing/small-world";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import type { Fetched, SourceValidators } from "../../calendar-sources/queries";
import { queueImport } from "../mutations";
import { importCalendar, importCalendarJob } from "./import-calendar";

const nobody = { actorId: null, requestId: null };
const noon = new Date("2026-05-04T12:00:00Z");
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

let partnerId = "";

beforeAll(async () => {
  await loadForTest(smallWorld);
  const [first] = await readTransaction((tx) => tx.select().from(partners).where(eq(partners.externalId, "p1")));
  partnerId = first?.id ?? "";
});

afterEach(() => holdClock(null));

function add(more: Partial<TestCalendarPlan> = {}) {
  holdClock(noon);
  return addCalendarForTest({ partnerId, about: "import", ...more });
}

const event = (uid: string, start: string, ...lines: readonly string[]) =>
  ["BEGIN:VEVENT", `UID:${uid}`, `SUMMARY:Event ${uid}`, `DTSTART:${start}`, ...lines, "END:VEVENT"].join("\n");

/** A source that holds these events, as somebody's server would give it. */
function giving(...lines: readonly string[]) {
  const text = ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\n");
  return async (): Promise<Fetched> => ({
    ...{ kind: "body", text, doubtful: false, etag: '"7"', lastModified: "Mon", checksum: text },
  });
}

const failing = (failure: "timeout" | "not_found") => async (): Promise<Fetched> => ({
  ...{ kind: "failed", state: failure === "timeout" ? "unreachable" : "error", failure },
});

async function rows(calendarId: string) {
  return readTransaction((tx) => tx.select().from(events).where(eq(events.calendarId, calendarId)).orderBy(events.uid));
}

async function standing(calendarId: string) {
  const [row] = await readTransaction((tx) =>
    tx.select().from(calendarImports).where(eq(calendarImports.calendarId, calendarId)),
  );
  if (row === undefined) throw new Error("There is no such calendar.");
  return row;
}

const titles = (found: Awaited<ReturnType<typeof rows>>) =>
  found.map(({ title, withdrawnAt }) => (withdrawnAt === null ? title : `(${title})`));

describe("what an import writes", () => {
  it("are the events with their place, and when it will look again: within a little more than an hour", async () => {
    const { id } = await add({ calendar: { strategy: "event" } });
    await importCalendar(id, giving(event("a", "20260505T100000Z", "LOCATION:First"), event("b", "20260506T100000Z")));
    expect(await rows(id)).toMatchObject([
      { uid: "a", title: "Event a", placeId: partnerId, location: "First", startsAt: new Date("2026-05-05T10:00:00Z") },
      { uid: "b", title: "Event b", placeId: null, withdrawnAt: null, timeZone: "Europe/London" },
    ]);
    const row = await standing(id);
    expect(row).toMatchObject({ state: "idle", failure: null, succeededAt: noon, changedAt: noon, notices: [] });
    expect(row.nextAt?.getTime()).toBeGreaterThanOrEqual(later(1).getTime());
    expect(row.nextAt?.getTime()).toBeLessThan(later(1.2).getTime());
  });

  it("changes what changed, leaves the rest untouched, and makes nothing twice", async () => {
    const { id } = await add();
    const daily = event("a", "20260505T100000Z", "RRULE:FREQ=DAILY;COUNT=3");
    await importCalendar(id, giving(daily, event("b", "20260506T100000Z")));
    const before = await rows(id);
    holdClock(later(2));
    await importCalendar(id, giving(daily, event("b", "20260506T110000Z")));
    const after = await rows(id);
    expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id));
    expect(after.map(({ uid, updatedAt }) => [uid, updatedAt])).toEqual([
      ...[
        ["a", noon],
        ["a", noon],
        ["a", noon],
      ],
      ["b", later(2)],
    ]);
    expect((await standing(id)).changedAt).toEqual(later(2));
  });

  it("withdraws coming events that are gone, keeps past ones, and brings back what is back with its moderation", async () => {
    const { id } = await add();
    const gone = await addEventForTest({ calendarId: id, about: "gone", event: { uid: "gone" }, hidden: "Rude" });
    await addEventForTest({ calendarId: id, about: "past", inHours: -48, event: { uid: "past", title: "Past" } });
    const [kept, back] = [event("kept", "20260505T100000Z"), event("gone", "20260505T100000Z")];
    await importCalendar(id, giving(kept));
    expect(titles(await rows(id))).toEqual([`(${gone.title})`, "Event kept", "Past"]);
    holdClock(later(1));
    await importCalendar(id, giving(kept, back));
    const found = await rows(id);
    expect(titles(found)).toEqual(["Event gone", "Event kept", "Past"]);
    expect(found[0]?.id).toBe(gone.id);
    const hidings = await readTransaction((tx) =>
      tx.execute(sql`select 1 from event_hidings where event_id = ${gone.id} and unhidden_at is null`),
    );
    expect(hidings).toHaveLength(1);
  });

  it("takes a constant number of statements for a thousand events", async () => {
    const [few, many] = [await add(), await add()];
    const listed = (count: number) =>
      Array.from({ length: count }, (_, index) => event(`${index}`, "20260505T100000Z"));
    const small = await countStatements(() => importCalendar(few.id, giving(...listed(2))));
    const large = await countStatements(() => importCalendar(many.id, giving(...listed(1_000))));
    expect(large).toBe(small);
    expect(large).toBeLessThanOrEqual(6);
    expect(await rows(many.id)).toHaveLength(1_000);
  });
});

describe("a source that has not changed", () => {
  it("is asked for by what it said of itself, and counts as checked without being written", async () => {
    const { id } = await add();
    await importCalendar(id, giving(event("a", "20260505T100000Z")));
    holdClock(later(1));
    const asked: SourceValidators[] = [];
    await importCalendar(id, async (_url, validators) => {
      if (validators !== undefined) asked.push({ etag: validators.etag, lastModified: validators.lastModified });
      return { kind: "unchanged" };
    });
    expect(asked).toEqual([{ etag: '"7"', lastModified: "Mon" }]);
    expect(await standing(id)).toMatchObject({
      state: "idle",
      changedAt: noon,
      succeededAt: later(1),
      checkedAt: later(1),
    });
    holdClock(later(2));
    const again = giving(event("a", "20260505T100000Z"));
    expect(await countStatements(() => importCalendar(id, again))).toBe(4);
    expect(await standing(id)).toMatchObject({ changedAt: noon, succeededAt: later(2) });
  });

  it("is read in full once a day, so that a year ahead stays a year, and after its settings changed", async () => {
    const { id } = await add({ calendar: { strategy: "no_location" } });
    const source = giving(event("a", "20260501T100000Z", "RRULE:FREQ=YEARLY", "LOCATION:First"));
    await importCalendar(id, source);
    expect(await rows(id)).toHaveLength(1);
    await writeTransaction(nobody, (tx) => tx.update(calendars).set({ strategy: "event" }).where(eq(calendars.id, id)));
    await importCalendar(id, source);
    expect(await rows(id)).toMatchObject([{ location: "First", placeId: partnerId }]);
    holdClock(later(24 * 365));
    await importCalendar(id, async (_url, validators) => {
      expect(validators).toEqual({ etag: null, lastModified: null });
      return source();
    });
    expect(await rows(id)).toHaveLength(2);
  });
});

describe("an import that fails", () => {
  it("leaves the events, says why, and tries again ever more seldom", async () => {
    const { id } = await add();
    await importCalendar(id, giving(event("a", "20260505T100000Z")));
    const pauses: number[] = [];
    for (const hours of [0, 1, 3, 8, 100]) {
      holdClock(later(hours));
      await importCalendar(id, failing("not_found"));
      const row = await standing(id);
      expect(row).toMatchObject({ state: "error", failure: "not_found", failingSince: noon, succeededAt: noon });
      pauses.push(Math.floor(((row.nextAt?.getTime() ?? 0) - later(hours).getTime()) / 3_600_000));
    }
    expect(pauses).toEqual([1, 1, 3, 8, 24]);
    expect(titles(await rows(id))).toEqual(["Event a"]);
  });

  it("is over with the first success", async () => {
    const { id } = await add();
    await importCalendar(id, failing("timeout"));
    expect(await standing(id)).toMatchObject({ state: "unreachable", failure: "timeout", failingSince: noon });
    await importCalendar(id, giving(event("a", "20260505T100000Z")));
    expect(await standing(id)).toMatchObject({ state: "idle", failure: null, failingSince: null, mailedAt: null });
  });

  it.each([
    ["<!doctype html><html>", "html"],
    ["BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMM", "truncated"],
    ["", "empty"],
  ])("because of %j is this calendar's own, and others go on", async (text, failure) => {
    const [bad, good] = [await add(), await add()];
    await importCalendar(bad.id, async () => ({
      ...{ kind: "body", text, doubtful: false, etag: null, lastModified: null, checksum: text },
    }));
    await importCalendar(good.id, giving(event("a", "20260505T100000Z")));
    expect(await standing(bad.id)).toMatchObject({ state: "error", failure });
    expect(await standing(good.id)).toMatchObject({ state: "idle" });
  });

  it("through a fault of ours is kept with the calendar and not thrown, so that nothing storms", async () => {
    const { id } = await add();
    await importCalendar(id, () => Promise.reject(new Error("a fault of ours, on purpose")));
    expect(await standing(id)).toMatchObject({ state: "error", failure: "fault" });
  });
});

it("the worker's own import never reaches into a private network, however the source came into the row", async () => {
  const { id } = await add();
  const inner = { url: "http://127.0.0.1/a.ics", urlKey: "127.0.0.1/a.ics" };
  await writeTransaction(nobody, (tx) => tx.update(calendars).set(inner).where(eq(calendars.id, id)));
  await importCalendarJob.run({ calendarId: id });
  expect(await standing(id)).toMatchObject({ state: "error", failure: "private_address" });
});

describe("two imports of one calendar", () => {
  it("do not run at the same time", async () => {
    const { id } = await add();
    let fetches = 0;
    const slowly = async () => {
      fetches += 1;
      if (fetches === 1) await importCalendar(id, slowly);
      return giving(event("a", "20260505T100000Z"))();
    };
    await Promise.all([importCalendar(id, slowly), importCalendar(id, slowly)]);
    expect(fetches).toBe(1);
    expect(await rows(id)).toHaveLength(1);
  });

  it("follow each other where the worker stopped in the middle of the first", async () => {
    const { id } = await add();
    await importCalendar(id, async () => ({ kind: "stopped" }));
    expect(await standing(id)).toMatchObject({ state: "queued", failure: null, failingSince: null });
    await importCalendar(id, giving(event("a", "20260505T100000Z")));
    expect(await rows(id)).toHaveLength(1);
  });

  it("never write what was fetched before somebody asked for it anew", async () => {
    const { id } = await add();
    await importCalendar(id, async () => {
      await writeTransaction(nobody, (tx) => queueImport(tx, id));
      return giving(event("old", "20260505T100000Z"))();
    });
    expect(await rows(id)).toEqual([]);
    expect(await standing(id)).toMatchObject({ state: "queued", succeededAt: null });
  });

  it("follow each other where the first was broken off ten minutes ago", async () => {
    const { id } = await add({ importing: { state: "running", stateSince: later(-0.1) } });
    await importCalendar(id, giving(event("a", "20260505T100000Z")));
    expect(await rows(id)).toHaveLength(0);
    holdClock(later(0.1));
    await importCalendar(id, giving(event("a", "20260505T100000Z")));
    expect(await rows(id)).toHaveLength(1);
  });
});

it("a calendar that is deleted, or changes its source, or has none, is left alone", async () => {
  const [deleted, moved, bare] = [await add(), await add(), await add({ url: null })];
  const source = giving(event("a", "20260505T100000Z"));
  const during = (work: () => Promise<unknown>) => async () => {
    await work();
    return source();
  };
  const write = (work: Parameters<typeof writeTransaction>[1]) => writeTransaction(nobody, work);
  await importCalendar(
    deleted.id,
    during(() => write((tx) => tx.delete(calendars).where(eq(calendars.id, deleted.id)))),
  );
  const elsewhere = { url: "https://elsewhere.example/", urlKey: "elsewhere.example/" };
  await importCalendar(
    moved.id,
    during(() => write((tx) => tx.update(calendars).set(elsewhere).where(eq(calendars.id, moved.id)))),
  );
  await importCalendar(bare.id, () => Promise.reject(new Error("must not be fetched")));
  expect([...(await rows(deleted.id)), ...(await rows(moved.id)), ...(await rows(bare.id))]).toEqual([]);
  expect(await standing(bare.id)).toMatchObject({ state: "idle", checkedAt: null });
  expect(now()).toEqual(noon);
});
