import { isNotNull } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { readTransaction } from "@/db/client";
import { events } from "@/db/schema/calendars";
import { calendarWorld, editCalendar } from "@/lib/testing/calendar-acts";
import { calendarNow } from "@/lib/testing/calendar-rows";
import { addEventForTest } from "@/lib/testing/calendars";
import { act, type Fields, partnerNow, tracesOf } from "@/lib/testing/partner-acts";
import { loadForTest } from "@/lib/testing/statements";
import { createCalendarAction, deleteCalendarAction, importCalendarAction } from "./actions";
import { UNSEEN_PLACE } from "./constants";

beforeEach(() => loadForTest(calendarWorld, { reset: true }));

/** Everybody to whom Juniper Garden is in scope, and everybody to whom it is not. */
const keepers = ["root", "area", "city", "pa", "two", "own", "co"];
const others = ["youth", "far", "site", "plain"];

const typed = {
  name: "  Market   days ",
  url: "webcal://Market.Example/days.ics#top",
  partner: "garden",
  strategy: "place",
  place: "garden",
  contactName: "Jo",
};

async function refusedOf(work: Promise<{ to: string | null; refused: { code: string; fields?: object } | null }>) {
  const { to, refused } = await work;
  expect(to).toBeNull();
  return { code: refused?.code, on: Object.keys(refused?.fields ?? {}).toSorted() };
}

describe("a new calendar", () => {
  test.each(keepers)(
    "is made by %s for a partner in scope, tidied, queued for import and told in the trail",
    async (who) => {
      const done = await act(who, createCalendarAction, typed);
      expect(done.refused).toBeNull();
      const made = await calendarNow("Market days");
      expect(done.to).toBe(`/places/calendars/${made?.id}?notice=calendar-created`);
      expect(made).toMatchObject({
        partner: "garden",
        place: "garden",
        url: "https://market.example/days.ics",
        key: "market.example/days.ics",
        state: "queued",
        contact: "Jo",
        version: 1,
      });
      const garden = { id: (await partnerNow("garden"))?.id, name: "Juniper Garden" };
      const after = {
        name: "Market days",
        url: made?.url,
        partner: garden,
        place: garden,
        strategy: "place",
        contactName: "Jo",
      };
      expect(await tracesOf(made?.id ?? "")).toMatchObject([{ action: "calendar.create", before: null, after }]);
    },
  );

  test.each(others)(
    "is not made by %s for a partner out of sight, nor is it told whether there is one",
    async (who) => {
      const seen = await refusedOf(act(who, createCalendarAction, typed));
      const unknown = await refusedOf(act(who, createCalendarAction, { ...typed, partner: "nobody", place: "nobody" }));
      expect(seen).toEqual(unknown);
      expect(["invalid", "forbidden"]).toContain(seen.code);
      expect(await calendarNow("Market days")).toBeNull();
    },
  );

  it("without a source waits for nothing", async () => {
    await act("own", createCalendarAction, { ...typed, url: "" });
    expect(await calendarNow("Market days")).toMatchObject({ url: null, key: null, state: "idle" });
  });

  test.each<[string, Fields, string[]]>([
    ["no name", { ...typed, name: " " }, ["name"]],
    ["no organiser", { ...typed, partner: "" }, ["partner"]],
    ["a source on a private network", { ...typed, url: "http://127.0.0.1/a.ics" }, ["url"]],
    ["a source with a password", { ...typed, url: "https://jo:secret@market.example/a.ics" }, ["url"]],
    ["a source of no calendar's scheme", { ...typed, url: "file:///etc/passwd" }, ["url"]],
    [
      "the source of another calendar, however it is written",
      { ...typed, url: "http://JUNIPER.example/diary.ics" },
      ["url"],
    ],
    ["a strategy that needs a place, and none", { ...typed, place: "" }, ["place"]],
    ["a room number and no place", { ...typed, strategy: "room_number", place: "" }, ["place"]],
    ["a strategy that there is not", { ...typed, strategy: "somewhere" }, ["strategy"]],
    ["a place that is not there", { ...typed, place: "nobody" }, ["place"]],
    ["no telephone number", { ...typed, contactPhone: "ask Jo" }, ["contactPhone"]],
    ["no e-mail address", { ...typed, contactEmail: "jo" }, ["contactEmail"]],
  ])("with %s is refused on that field, for root too", async (_, fields, on) => {
    expect(await refusedOf(act("root", createCalendarAction, fields))).toEqual({ code: "invalid", on });
    expect(await calendarNow("Market days")).toBeNull();
  });

  it("with a source of a calendar out of sight names no calendar", async () => {
    const { refused } = await act("own", createCalendarAction, { ...typed, url: "https://quay.example/boats.ics" });
    expect(Object.keys(refused?.fields ?? {})).toEqual(["url"]);
    expect(JSON.stringify(refused)).not.toContain("Boats");
    expect(JSON.stringify(refused?.fields)).not.toContain("Quay");
  });

  it("may not take place at a partner out of sight", async () => {
    const hidden = await refusedOf(act("own", createCalendarAction, { ...typed, place: "quay" }));
    expect(hidden).toEqual(await refusedOf(act("own", createCalendarAction, { ...typed, place: "nobody" })));
    expect(hidden).toEqual({ code: "invalid", on: ["place"] });
  });
});

describe("an edit of a calendar", () => {
  test.each(keepers)("by %s changes what differs, once, and is told in the trail with what was", async (who) => {
    const before = await calendarNow("diary");
    const done = await editCalendar(who, "diary", { name: "Diary of the garden", contactPhone: "0161 496 0000" });
    expect(done).toEqual({ to: "/places/calendars/diary?notice=calendar-saved", refused: null });
    const changes = { name: "Diary of the garden", contact: "0161 496 0000", version: (before?.version ?? 0) + 1 };
    expect(await calendarNow("diary")).toEqual({ ...before, ...changes });
    expect(await tracesOf(before?.id ?? "")).toMatchObject([
      {
        action: "calendar.update",
        before: { name: "Garden diary", contactPhone: "" },
        after: { name: "Diary of the garden", contactPhone: "0161 496 0000" },
      },
    ]);
  });

  test.each(others)("is not for %s, who learns nothing of the calendar", async (who) => {
    const before = await calendarNow("diary");
    for (const key of ["diary", before?.id ?? "", "no-such-calendar"]) {
      expect(await refusedOf(editCalendar(who, key, { name: "Mine now" }, 1))).toEqual({ code: "not_found", on: [] });
    }
    expect(await calendarNow("diary")).toEqual(before);
  });

  it("that sends everything as it is changes nothing, and leaves neither version nor trace", async () => {
    const before = await calendarNow("diary");
    const fields = {
      name: "Garden diary",
      url: before?.url ?? "",
      strategy: "place",
      partner: "garden",
      place: "garden",
    };
    const done = await editCalendar("own", "diary", { ...fields, contactName: "", contactPhone: "", contactEmail: "" });
    expect(done.refused).toBeNull();
    expect(await calendarNow("diary")).toEqual(before);
    expect(await tracesOf(before?.id ?? "")).toEqual([]);
  });

  it("of the source queues an import of the new one", async () => {
    await editCalendar("own", "diary", { url: "https://juniper.example/new.ics" });
    expect(await calendarNow("diary")).toMatchObject({ key: "juniper.example/new.ics", state: "queued" });
  });

  it("that takes the source away takes its coming events with it, and no other calendar's", async () => {
    const [diary, cooking] = [(await calendarNow("diary"))?.id ?? "", (await calendarNow("cooking"))?.id ?? ""];
    const coming = await addEventForTest({ calendarId: diary, about: "coming" });
    await addEventForTest({ calendarId: diary, about: "past", inHours: -48 });
    await addEventForTest({ calendarId: cooking, about: "other" });
    expect((await editCalendar("own", "diary", { url: "" })).refused).toBeNull();
    expect(await calendarNow("diary")).toMatchObject({ url: null, state: "idle" });
    const gone = await readTransaction((tx) =>
      tx.select({ id: events.id }).from(events).where(isNotNull(events.withdrawnAt)),
    );
    expect(gone).toEqual([{ id: coming.id }]);
  });

  it("of how events get their place queues an import, and of the contact none", async () => {
    await editCalendar("own", "diary", { contactName: "Sam" });
    expect(await calendarNow("diary")).toMatchObject({ contact: "Sam", state: "idle" });
    await editCalendar("own", "diary", { strategy: "event", place: "" });
    expect(await calendarNow("diary")).toMatchObject({ strategy: "event", place: null, state: "queued" });
  });

  it("keeps a place out of sight, also where the whole form is sent, and may take it away", async () => {
    const fields = { name: "Visits and trips", strategy: "place", place: UNSEEN_PLACE };
    expect((await editCalendar("own", "visits", fields)).refused).toBeNull();
    expect(await calendarNow("visits")).toMatchObject({ name: "Visits and trips", place: "quay" });
    const seen = await refusedOf(editCalendar("own", "visits", { place: "quay" }));
    expect(seen).toEqual(await refusedOf(editCalendar("own", "visits", { place: "nobody" })));
    expect(await refusedOf(editCalendar("own", "diary", { place: UNSEEN_PLACE }))).toEqual({
      code: "invalid",
      on: ["place"],
    });
    expect(await refusedOf(editCalendar("own", "visits", { place: "" }))).toEqual({ code: "invalid", on: ["place"] });
    expect((await editCalendar("own", "visits", { place: "garden" })).refused).toBeNull();
    expect(await calendarNow("visits")).toMatchObject({ place: "garden" });
  });

  it("gives it to another partner only where both are in scope", async () => {
    for (const who of ["own", "pa", "two"]) {
      const refused = await refusedOf(editCalendar(who, "diary", { partner: "kitchen" }));
      expect(refused, who).toEqual(await refusedOf(editCalendar(who, "diary", { partner: "nobody" })));
      expect(refused, who).toEqual({ code: "invalid", on: ["partner"] });
    }
    expect(await calendarNow("diary")).toMatchObject({ partner: "garden", version: 1 });
    expect((await editCalendar("area", "diary", { partner: "kitchen" })).refused).toBeNull();
    expect(await calendarNow("diary")).toMatchObject({ partner: "kitchen", version: 2 });
    expect((await editCalendar("own", "diary", { name: "Still mine?" })).refused?.code).toBe("not_found");
  });

  it("of an older version is a conflict that shows what is saved now, without a place out of sight", async () => {
    await editCalendar("root", "visits", { name: "Visits by boat" });
    const { refused } = await editCalendar("own", "visits", { name: "Visits on foot" }, 1);
    expect(refused).toMatchObject({ code: "conflict", stale: { version: 2 } });
    expect(refused?.stale?.values).toMatchObject({ name: "Visits by boat", place: UNSEEN_PLACE });
    expect(JSON.stringify(refused)).not.toContain((await partnerNow("quay"))?.id ?? "no id");
    expect(await calendarNow("visits")).toMatchObject({ name: "Visits by boat" });
  });
});

describe("an import out of turn", () => {
  test.each(keepers)("is queued for %s, once", async (who) => {
    const done = await act(who, importCalendarAction, { calendarId: "diary" });
    expect(done).toEqual({ to: "/places/calendars/diary?notice=calendar-queued", refused: null });
    const queued = await calendarNow("diary");
    expect(queued).toMatchObject({ state: "queued", version: 1 });
    expect(await tracesOf(queued?.id ?? "")).toMatchObject([{ action: "calendar.import" }]);
    expect((await act(who, importCalendarAction, { calendarId: "diary" })).refused?.message).toMatch(/queued already/);
    expect(await tracesOf(queued?.id ?? "")).toHaveLength(1);
  });

  it("is refused in words where there is no source", async () => {
    const { refused } = await act("own", importCalendarAction, { calendarId: "plain" });
    expect(refused).toMatchObject({ code: "conflict", message: expect.stringMatching(/no source/) });
    expect(await calendarNow("plain")).toMatchObject({ state: "idle" });
  });

  test.each(others)("is not for %s", async (who) => {
    expect((await act(who, importCalendarAction, { calendarId: "diary" })).refused?.code).toBe("not_found");
    expect(await calendarNow("diary")).toMatchObject({ state: "idle" });
  });
});

describe("deleting a calendar", () => {
  test.each(keepers)("is for %s, also where the partner itself may stay for good", async (who) => {
    const before = await calendarNow("diary");
    const done = await act(who, deleteCalendarAction, { calendarId: "diary", version: 1 });
    expect(done).toEqual({ to: "/places/calendars?notice=calendar-deleted", refused: null });
    expect(await calendarNow("diary")).toBeNull();
    expect(await tracesOf(before?.id ?? "")).toMatchObject([
      { action: "calendar.delete", before: { name: "Garden diary", externalId: "diary", events: 0 }, after: null },
    ]);
  });

  test.each(others)("is not for %s", async (who) => {
    expect((await act(who, deleteCalendarAction, { calendarId: "diary", version: 1 })).refused?.code).toBe("not_found");
    expect(await calendarNow("diary")).not.toBeNull();
  });

  it("in an older version is a conflict", async () => {
    await editCalendar("co", "diary", { name: "Changed meanwhile" });
    const { refused } = await act("own", deleteCalendarAction, { calendarId: "diary", version: 1 });
    expect(refused?.code).toBe("conflict");
    expect(await calendarNow("diary")).toMatchObject({ name: "Changed meanwhile" });
  });
});
