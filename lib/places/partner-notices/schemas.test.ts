import { describe, expect, test } from "vitest";
import { PARTNER_NOTICES } from "@/lib/places/partners/constants";
import { readPartnerNotice } from "./schemas";

const shown = { hidden: false, removedBeyondArea: [] };
const hidden = { hidden: true, removedBeyondArea: [] };

describe("what an address makes a page say", () => {
  test.each([
    ["a record that is shown", shown, ["partner-created", "partner-saved", "partner-shown"]],
    ["a record that is hidden", hidden, ["partner-created", "partner-saved", "partner-hidden"]],
    [
      "a record that a save took out of places beyond the area",
      { ...shown, removedBeyondArea: ["Hulme"] },
      ["partner-created", "partner-saved", "partner-saved-beyond-area", "partner-shown"],
    ],
    ["the list", "list" as const, ["partner-saved-out-of-sight", "partner-deleted"]],
  ])("on %s is only what can be so", (_, place, said) => {
    expect(PARTNER_NOTICES.filter((code) => readPartnerNotice(code, place) !== null)).toEqual(said);
  });

  test.each([undefined, "", "partner", "toString", ["partner-saved"], 1])("is nothing for %j", (code) => {
    expect(readPartnerNotice(code, shown)).toBeNull();
    expect(readPartnerNotice(code, "list")).toBeNull();
  });
});
