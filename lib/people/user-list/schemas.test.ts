import { describe, expect, it } from "vitest";
import { EVERY_USER, readUserListQuery, type UserListQuery, userFilterCount, userListHref } from "./schemas";

const path = "/people";
const cursor = { direction: "after", key: "joyce appiah", id: "01975000-0000-7000-8000-000000000000" } as const;

function back(href: string): UserListQuery {
  const address = new URL(href, "http://portal.example");
  return readUserListQuery(Object.fromEntries(address.searchParams));
}

describe("what an address asks of the list of people", () => {
  it("without parameters is everybody by name, and its address is the bare path", () => {
    expect(readUserListQuery({})).toEqual(EVERY_USER);
    expect(userListHref(path, EVERY_USER)).toBe(path);
    expect(userFilterCount(EVERY_USER)).toBe(0);
  });

  it.each<Partial<UserListQuery>>([
    { text: "joyce & co" },
    { role: "incomplete", state: "active" },
    { sort: "-name" },
    { text: "Ö", role: "none", state: "deactivated", sort: "-name", cursor },
  ])("is the same again when read from its own address: %j", (asked) => {
    const query = { ...EVERY_USER, ...asked };
    expect(back(userListHref(path, query))).toEqual(query);
  });

  it.each([
    { role: "king", state: "gone", sort: "age", page: "!!!" },
    { role: ["king", "root"], state: "", page: "bm9uc2Vuc2U" },
    { q: "  \u0000 ", page: "x".repeat(100_000) },
  ])("counts what is malformed or unknown as absent", (parameters) => {
    expect(readUserListQuery(parameters)).toEqual(EVERY_USER);
  });

  it("takes the first where a parameter is repeated, and tidies the search", () => {
    expect(readUserListQuery({ role: ["root", "none"], q: "  joyce \n appiah " })).toMatchObject({
      role: "root",
      text: "joyce appiah",
    });
  });

  it("leads to the first page with any change but that of the page", () => {
    const paged = { ...EVERY_USER, cursor };
    expect(back(userListHref(path, paged)).cursor).toEqual(cursor);
    expect(back(userListHref(path, paged, { role: "root" })).cursor).toBeNull();
    expect(back(userListHref(path, EVERY_USER, { cursor })).cursor).toEqual(cursor);
  });

  it("does not take a place in the list from one with other filters or another order", () => {
    const href = userListHref(path, { ...EVERY_USER, cursor });
    for (const other of ["role=root", "q=a", "sort=-name", "state=active"])
      expect(back(`${href}&${other}`).cursor).toBeNull();
  });
});
