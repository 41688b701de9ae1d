import { describe, expect, it, test } from "vitest";
import { LONGEST } from "@/lib/places/partners/constants";
import { MOST_PARTNERS_AT_ONCE } from "./constants";
import { bulkHideSchema, bulkTagSchema, readBulkChoice } from "./schemas";

const many = (count: number) => Array.from({ length: count }, (_, index) => `partner-${index}`);

describe("tagging many partners", () => {
  it("takes one partner or several, each once, and ignores blank rows", () => {
    expect(bulkTagSchema.parse({ tagId: "food", add: "garden" })).toEqual({
      tagId: "food",
      add: ["garden"],
      remove: [],
    });
    expect(bulkTagSchema.parse({ tagId: "food", add: ["a", "", "a"], remove: ["b"] })).toEqual({
      tagId: "food",
      add: ["a"],
      remove: ["b"],
    });
  });

  test.each<[string, object]>([
    ["no partner", { tagId: "food" }],
    ["only blank rows", { tagId: "food", add: ["", " "] }],
    ["no tag", { add: "garden" }],
    ["a blank tag", { tagId: " ", add: "garden" }],
    ["more partners than one act changes", { tagId: "food", add: many(MOST_PARTNERS_AT_ONCE + 1) }],
    ["more of both together", { tagId: "food", add: many(MOST_PARTNERS_AT_ONCE), remove: ["garden"] }],
    ["a field that there is not", { tagId: "food", add: "garden", tags: ["food"] }],
  ])("with %s is refused", (_, sent) => {
    expect(bulkTagSchema.safeParse(sent).success).toBe(false);
  });

  it("takes as many as one act changes", () => {
    expect(bulkTagSchema.safeParse({ tagId: "food", add: many(MOST_PARTNERS_AT_ONCE) }).success).toBe(true);
  });
});

describe("hiding many partners", () => {
  test.each<[string, object]>([
    ["no reason", { partner: "garden" }],
    ["a blank reason", { partner: "garden", reason: " \n" }],
    ["a reason that nobody reads", { partner: "garden", reason: "x".repeat(LONGEST.reason + 1) }],
    ["no partner", { reason: "Closed." }],
  ])("with %s is refused", (_, sent) => {
    expect(bulkHideSchema.safeParse(sent).success).toBe(false);
  });
});

describe("the address of the page for chosen partners", () => {
  it("names an act and partners, and anything else counts as absent", () => {
    expect(readBulkChoice({ act: "hide", partner: ["a", "b", "a", ""] })).toEqual({ act: "hide", keys: ["a", "b"] });
    expect(readBulkChoice({ act: "delete", partner: "a" })).toEqual({ act: null, keys: ["a"] });
    expect(readBulkChoice({})).toEqual({ act: null, keys: [] });
  });

  it("stands for no more partners than one act changes, and for no endless key", () => {
    const { keys } = readBulkChoice({ act: "hide", partner: [...many(MOST_PARTNERS_AT_ONCE + 5), "x".repeat(1000)] });
    expect(keys).toHaveLength(MOST_PARTNERS_AT_ONCE);
    expect(readBulkChoice({ act: "hide", partner: "x".repeat(1000) }).keys).toEqual([]);
  });
});
