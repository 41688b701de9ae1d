import { describe, expect, it, test } from "vitest";
import { EVENTS_PATH } from "@/lib/places/events/constants";
import { COMING_EVENTS, type EventListQuery, eventFilterCount, eventListHref, readEventListQuery } from "./schemas";

const cursor = {
  direction: "after",
  key: "2026-11-24T14:00:00.000000Z",
  id: "019a0000-0000-7000-8000-000000000000",
} as const;

const asked: EventListQuery = {
  text: "lunch",
  calendar: "garden-days",
  partner: "garden",
  when: "all",
  state: "hidden",
  through: "partner_admin",
  sort: "-start",
  cursor,
};

function read(href: string): EventListQuery {
  return readEventListQuery(Object.fromEntries(new URL(href, "http://portal.example").searchParams));
}

describe("an address of the list", () => {
  it("says what was asked and nothing else, so that it can be sent to somebody", () => {
    expect(eventListHref(EVENTS_PATH, COMING_EVENTS)).toBe("/places/events");
    expect(read(eventListHref(EVENTS_PATH, asked))).toEqual(asked);
  });

  it("that asks for something else begins with the first page", () => {
    expect(read(eventListHref(EVENTS_PATH, asked, { text: "tea" })).cursor).toBeNull();
  });

  it("for what is over is read backwards, and for what is to come forwards, unless somebody turns it round", () => {
    expect(read(eventListHref(EVENTS_PATH, COMING_EVENTS, { when: "past" }))).toMatchObject({ sort: "-start" });
    expect(eventListHref(EVENTS_PATH, COMING_EVENTS, { when: "past" })).toBe("/places/events?when=past");
    expect(eventListHref(EVENTS_PATH, asked, { when: "coming" })).not.toContain("sort");
    expect(eventListHref(EVENTS_PATH, COMING_EVENTS, { sort: "-start" })).toBe("/places/events?sort=-start");
  });
});

test.each([
  [{ when: "tomorrow", state: "gone", sort: "title", through: "everybody", page: "x" }],
  [{ q: " \u0000 ", calendar: "a\u0000b", partner: "x".repeat(200) }],
  [{ q: ["", "second"], when: ["coming", "all"], through: "019a0000.x" }],
])("a part that is malformed or unknown counts as absent: %j", (parameters) => {
  expect(readEventListQuery(parameters)).toEqual(COMING_EVENTS);
});

test("a place in one list is none in another, nor one whose key is no instant", () => {
  const page = new URL(eventListHref(EVENTS_PATH, asked), "http://portal.example").searchParams.get("page") ?? "";
  expect(readEventListQuery({ page }).cursor).toBeNull();
  const broken = eventListHref(EVENTS_PATH, { ...asked, cursor: { ...cursor, key: "2026-13-44T14:00:00.000000Z" } });
  expect(read(broken).cursor).toBeNull();
});

test("filters are counted, and what is shown anyway is none", () => {
  expect(eventFilterCount(COMING_EVENTS)).toBe(0);
  expect(eventFilterCount(asked)).toBe(6);
});
