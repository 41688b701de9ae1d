import { describe, expect, it } from "vitest";
import type { FormValues } from "@/lib/platform/action/result";
import type { StaleRecord } from "@/lib/platform/errors";
import { type LoadedRecord, meetingOf, readLoaded, takenOver, wordOf, writeLoaded } from "./form-merge";

const opened: LoadedRecord = {
  values: { name: "Garden", phone: "1", summary: "Beds.", slug: "garden" },
  facts: { "Service areas": "Hulme", Tags: "Food" },
  words: { e1: "Hulme" },
};

function meet(theirs: Partial<StaleRecord>, mine: FormValues, loaded = writeLoaded(opened)) {
  const stale = { version: 2, by: null, at: "2026-01-01T00:00:00.000Z", values: {}, ...theirs };
  return meetingOf({ ok: false, code: "conflict", message: "", values: mine, loaded }, stale);
}

const typed = { name: "Garden", phone: "1", summary: "Beds." };

describe("two changes that meet", () => {
  it("show what the other person changed, never what only I did", () => {
    const mine = { ...typed, name: "My garden" };
    const { fields } = meet({ values: { ...opened.values, phone: "2" } }, mine);
    expect(fields).toEqual([{ name: "phone", before: "1", theirs: "2", mine: "1", both: false }]);
  });

  it("take theirs over where I changed nothing, and keep mine where both did", () => {
    const mine = { ...typed, name: "My garden" };
    const meeting = meet({ values: { name: "Their garden", phone: "2", summary: "Beds." } }, mine);
    expect(meeting.fields).toMatchObject([
      { name: "name", before: "Garden", theirs: "Their garden", mine: "My garden", both: true },
      { name: "phone", both: false },
    ]);
    expect(takenOver(meeting)).toEqual({ phone: "2" });
  });

  it("know a field that I cleared from one that I left alone, and one that they cleared", () => {
    const mine = { ...typed, phone: "" };
    const meeting = meet({ values: { ...typed, phone: "2", summary: "" } }, mine);
    expect(meeting.fields).toMatchObject([
      { name: "phone", both: true },
      { name: "summary", theirs: "", both: false },
    ]);
    expect(takenOver(meeting)).toEqual({ summary: "" });
  });

  it("are no collision where both typed the same", () => {
    const { fields } = meet({ values: { ...typed, name: "Yard" } }, { ...typed, name: "Yard" });
    expect(fields).toMatchObject([{ name: "name", both: false }]);
  });

  it("leave out every field that the form did not post, and the version", () => {
    const theirs = { ...typed, slug: "their-garden", line2: "Upstairs", version: "2" };
    expect(meet({ values: theirs }, { ...typed, version: "1" }).fields).toEqual([]);
  });

  it("are nothing where lines end differently or a blank is sent beside a value", () => {
    const loaded = writeLoaded({ values: { summary: "a\nb", place: "e1" } });
    expect(
      meet({ values: { summary: "a\nb", place: "e1" } }, { summary: "a\r\nb", place: ["", "e1"] }, loaded).fields,
    ).toEqual([]);
  });

  it("tell of the rest what changed, and nothing that one of the two could not say", () => {
    const { facts } = meet({ facts: { "Service areas": "Hulme, Ardwick", Tags: "Food", Other: "x" } }, typed);
    expect(facts).toEqual([{ label: "Service areas", before: "Hulme", now: "Hulme, Ardwick" }]);
  });

  it("carry the words of both", () => {
    expect(meet({ words: { e2: "Ardwick" } }, typed).words).toEqual({ e1: "Hulme", e2: "Ardwick" });
  });

  it.each([
    undefined,
    "",
    "no JSON",
    "[]",
    "3",
    '{"values":3}',
    '{"values":{"name":3}}',
    '{"values":{},"facts":{"a":1}}',
  ])("without a readable beginning (%j) show every difference and take nothing over", (loaded) => {
    expect(readLoaded(loaded)).toBeNull();
    const meeting = meet({ values: { ...typed, phone: "2" }, facts: { Tags: "Arts" } }, typed, loaded ?? "");
    expect(meeting.fields).toMatchObject([{ name: "phone", before: undefined, both: true }]);
    expect([takenOver(meeting), meeting.facts]).toEqual([{}, []]);
  });
});

it("a record comes back from its field as it went in", () => {
  expect(readLoaded(writeLoaded(opened))).toEqual(opened);
});

it("a value has only its own word", () => {
  expect([wordOf({ e1: "Hulme" }, "e1"), wordOf({}, "e1"), wordOf({}, "constructor")]).toEqual([
    "Hulme",
    undefined,
    undefined,
  ]);
});
