import { expect, test } from "vitest";
import { FOCUS_FIELDS, focusParameters, NO_FOCUS, readPartnerFocus } from "./schemas";

const grant = "019a0000-0000-7000-8000-000000000000";

test("an address without parameters asks for nothing, and nothing is written for that", () => {
  expect(readPartnerFocus({})).toEqual(NO_FOCUS);
  expect(focusParameters(NO_FOCUS)).toEqual([]);
  expect(Object.keys(NO_FOCUS)).toEqual(FOCUS_FIELDS);
});

test("an address holds every question that can be asked, and reads back as it was", () => {
  for (const through of ["neighbourhood_admin", "partnership_admin", "partner_admin", grant, `${grant}.12`]) {
    const focus = { hours: "with", changed: "7", placed: "without", through, candidates: `${grant}.12` } as const;
    expect(readPartnerFocus(Object.fromEntries(focusParameters(focus)))).toEqual(focus);
  }
});

test.each([
  { hours: "always" },
  { changed: "8" },
  { changed: "-7" },
  { placed: "with" },
  { through: "root" },
  { through: `${grant}.` },
  { through: `${grant}.1.2` },
  { through: "neighbourhood_admin.1" },
  { candidates: grant },
  { candidates: "partner_admin" },
  { candidates: `${grant}.9999999999` },
  { hours: "\u0000" },
])("a part that is malformed or unknown counts as absent: %j", (parameters) => {
  expect(readPartnerFocus(parameters)).toEqual(NO_FOCUS);
});

test("of a parameter that is there several times the first counts", () => {
  expect(readPartnerFocus({ hours: ["without", "with"], changed: [] })).toEqual({ ...NO_FOCUS, hours: "without" });
});
