import { expect, test } from "vitest";
import { MAIL_STATES } from "./constants";
import { EVERY_MAIL, mailListHref, readMailListQuery } from "./schemas";

const cursor = { direction: "after", key: "", id: "00000000-0000-7000-8000-000000000000" } as const;

test("whatever is asked of the list of mails is read from its own address again", () => {
  for (const state of ["", ...MAIL_STATES] as const) {
    for (const page of [null, cursor]) {
      const { searchParams } = new URL(
        mailListHref({ state, cursor: null }, { cursor: page }),
        "http://portal.example",
      );
      expect(readMailListQuery(Object.fromEntries(searchParams))).toEqual({ state, cursor: page });
    }
  }
  expect(mailListHref(EVERY_MAIL)).toBe("/mail");
  expect(mailListHref({ state: "waiting", cursor }, { state: "undelivered" })).toBe("/mail?state=undelivered");
});

test("what is malformed, unknown or of another state counts as absent", () => {
  const { searchParams } = new URL(mailListHref(EVERY_MAIL, { cursor }), "http://portal.example");
  const page = searchParams.get("page") ?? "";
  expect(readMailListQuery({ state: "lost", page: "x" })).toEqual(EVERY_MAIL);
  expect(readMailListQuery({ state: "waiting", page })).toEqual({ state: "waiting", cursor: null });
});
