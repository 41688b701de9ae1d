import { expect, test } from "vitest";
import { roleHref } from "./role-href";

const user = { userId: "1", email: "ann@remit.example" };

test("the address holds what has been chosen and searched for, always in the same order, and nothing that is blank", () => {
  expect(roleHref(user)).toBe("/people/ann%40remit.example/grants/new");
  const searched = { find: "green & co", endsOn: "2099-12-31", role: "partner_admin" } as const;
  expect(roleHref(user, searched)).toBe(
    "/people/ann%40remit.example/grants/new?role=partner_admin&endsOn=2099-12-31&find=green+%26+co",
  );
  expect(roleHref(user, { role: "neighbourhood_admin", neighbourhoods: ["E1", "E2"], find: "" })).toBe(
    "/people/ann%40remit.example/grants/new?role=neighbourhood_admin&neighbourhoods=E1&neighbourhoods=E2",
  );
});
