import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { KnownGrant } from "@/lib/people/grants/queries";
import { GivingLine } from "./giving-line";

const grant: KnownGrant = {
  grantId: "g",
  role: "root",
  places: [],
  partnerships: [],
  partner: null,
  complete: true,
  grantedAt: "2026-03-03T14:05:00Z",
  givenBy: { kind: "root" },
  endsOn: "2099-12-31",
};

test("the last day of a role is told as a day, without an hour that nobody gave", () => {
  const shown = renderToStaticMarkup(createElement(GivingLine, { grant }));
  expect(shown.replace(/<[^>]+>/g, "")).toBe("Given by root on 3 Mar 2026, until 31 Dec 2099");
  expect(shown).toContain('dateTime="2099-12-31"');
  expect(shown).not.toContain("00:00");
});
