import { beforeAll, expect, it, test } from "vitest";
import { readTransaction } from "@/db/client";
import { getCalendarDeletion, getCalendarForEdit } from "@/lib/places/calendar-form/queries";
import { searchCalendarsForPalette } from "@/lib/places/calendar-palette/queries";
import { calendarWorld } from "@/lib/testing/calendar-acts";
import { calendarNow } from "@/lib/testing/calendar-rows";
import { addEventForTest } from "@/lib/testing/calendars";
import { partnerNow } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { COMING_EVENTS_SHOWN, UNSEEN_PLACE } from "./constants";
import { countCalendars, getCalendar, listComingEvents } from "./queries";

const titles: string[] = [];

beforeAll(async () => {
  await loadForTest(calendarWorld, { reset: true });
  const calendarId = (await calendarNow("diary"))?.id ?? "";
  await addEventForTest({ calendarId, about: "over", inHours: -48 });
  await addEventForTest({ calendarId, about: "gone", inHours: 2, event: { withdrawnAt: new Date() } });
  titles.push((await addEventForTest({ calendarId, about: "on now", inHours: -0.5 })).title);
  titles.push((await addEventForTest({ calendarId, about: "hidden", inHours: 1, hidden: "Cancelled" })).title);
  for (let hour = 2; hour < 2 + COMING_EVENTS_SHOWN; hour += 1) {
    titles.push((await addEventForTest({ calendarId, about: `later ${hour}`, inHours: hour })).title);
  }
});

test.each(["root", "area", "city", "pa", "two", "own", "co"])(
  "%s finds a calendar of a partner in scope by either key, and may do everything to it",
  async (who) => {
    const actor = await actorOf(who);
    const found = await getCalendar(actor, "diary");
    expect(found).toEqual(await getCalendar(actor, found?.calendar.id ?? ""));
    expect(found?.calendar).toMatchObject({
      name: "Garden diary",
      organiser: { name: "Juniper Garden" },
      strategy: "place",
    });
    expect(found?.remit.view.length).toBeGreaterThan(0);
    expect(found?.remit.acts.map(({ act, allowed }) => [act, allowed])).toEqual([
      ["update", true],
      ["import", true],
      ["view_history", true],
      ["delete", true],
    ]);
  },
);

test.each(["youth", "far", "site", "plain"])("for %s a calendar elsewhere is as if there were none", async (who) => {
  const actor = await actorOf(who);
  const keys = { partner: null, place: null };
  for (const key of ["diary", (await calendarNow("diary"))?.id ?? "", "no-such-calendar", "a\u0000b", ""]) {
    expect(await getCalendar(actor, key)).toBeNull();
    expect(await getCalendarForEdit(actor, key, keys)).toBeNull();
    expect(await getCalendarDeletion(actor, key)).toBeNull();
  }
  const events = await listComingEvents(actor, (await calendarNow("diary"))?.id ?? "");
  expect(events).toEqual({ events: [], total: 0 });
});

it("hosts nobody: whoever sees the place alone does not see the calendar", async () => {
  expect(await getCalendar(await actorOf("far"), "visits")).toBeNull();
  expect((await getCalendar(await actorOf("far"), "boats"))?.calendar.place).toMatchObject({ name: "Willow Quay" });
});

test("a place out of sight is there without its name or key, on the record and in the form", async () => {
  const actor = await actorOf("own");
  const record = await getCalendar(actor, "visits");
  const edit = await getCalendarForEdit(actor, "visits", { partner: null, place: null });
  expect(record?.calendar.place).toBe("unseen");
  expect(edit?.form).toMatchObject({ place: "unseen", values: { place: UNSEEN_PLACE } });
  const quay = await partnerNow("quay");
  for (const part of [quay?.id ?? "no id", "Willow Quay"]) expect(JSON.stringify([record, edit])).not.toContain(part);
  expect((await getCalendar(await actorOf("root"), "visits"))?.calendar.place).toMatchObject({ name: "Willow Quay" });
});

test("the form offers the organisers and places in scope, and takes none that was found elsewhere", async () => {
  const found = await getCalendarForEdit(await actorOf("area"), "diary", { partner: "kitchen", place: "quay" });
  expect(found?.form?.organisers?.map(({ name }) => name)).toContain("Moss Side Kitchen");
  expect(found?.form?.organisers?.map(({ name }) => name)).not.toContain("Willow Quay");
  expect(found?.form?.found).toMatchObject({ partner: { name: "Moss Side Kitchen" }, place: null });
});

test("the next events are those on or to come and still in the source, soonest first, those hidden marked", async () => {
  const actor = await actorOf("own");
  const id = (await calendarNow("diary"))?.id ?? "";
  const { events, total } = await listComingEvents(actor, id);
  expect(events.map(({ title }) => title)).toEqual(titles.slice(0, COMING_EVENTS_SHOWN));
  expect(events.map(({ hidden }) => hidden).slice(0, 3)).toEqual([false, true, false]);
  expect(total).toBe(titles.length);
  expect(await countStatements(() => listComingEvents(actor, id))).toBe(1);
});

test("what goes with a calendar, and with a partner, is counted without what has left its source", async () => {
  const events = titles.length + 1;
  const deletion = (await getCalendarDeletion(await actorOf("own"), "diary"))?.deletion;
  expect(deletion).toMatchObject({ calendar: { name: "Garden diary" }, version: 1, events, hidings: 1 });
  const [garden, hall] = [await partnerNow("garden"), await partnerNow("hall")];
  expect(await readTransaction((tx) => countCalendars(tx, garden?.id ?? ""))).toEqual({ calendars: 3, events });
  expect(await readTransaction((tx) => countCalendars(tx, hall?.id ?? ""))).toEqual({ calendars: 0, events: 0 });
});

test("the command palette finds calendars in sight by name, and offers others nothing", async () => {
  const offered = async (who: string, text: string) => {
    const actor = await actorOf(who);
    return readTransaction((tx) => searchCalendarsForPalette(tx, actor, text));
  };
  const own = await offered("own", "diary");
  expect(own.records[0]?.found).toEqual([
    { href: "/places/calendars/diary", label: "Garden diary", detail: "Juniper Garden" },
  ]);
  expect(own.actions).toHaveLength(1);
  expect((await offered("own", "boats")).records[0]?.found).toEqual([]);
  const plain = await offered("plain", "diary");
  expect(plain).toMatchObject({ actions: [], pages: [], records: [{ found: [], list: null }] });
});
