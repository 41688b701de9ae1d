import { expect, it } from "vitest";
import { inRequest } from "@/lib/testing/request";
import { chooseThemeAction } from "./actions";
import { THEME_COOKIE } from "./constants";
import { getTheme } from "./queries";

/** A form as a browser without scripts sends it. */
function form(theme: string): FormData {
  const sent = new FormData();
  sent.set("theme", theme);
  sent.set("reload", "yes");
  return sent;
}

it.each(["light", "dark"] as const)("keeps %s in this browser", async (theme) => {
  const { result, cookies } = await inRequest({}, () => chooseThemeAction(null, { theme }));
  expect(result).toEqual({ ok: true, data: { theme } });
  expect(cookies[THEME_COOKIE]).toBe(theme);
});

it("forgets the choice with the system's theme", async () => {
  const { cookies } = await inRequest({ cookies: { theme: "dark" } }, () =>
    chooseThemeAction(null, { theme: "system" }),
  );
  expect(cookies[THEME_COOKIE]).toBe("");
});

it("leads back to the page that a form without scripts was sent from, and nowhere else", async () => {
  const from = (path: string) =>
    inRequest({ headers: { "x-remit-path": path } }, () => chooseThemeAction(null, form("dark")));
  expect((await from("/places/partners?q=garden")).redirectedTo).toBe("/places/partners?q=garden");
  expect((await from("//elsewhere.example/")).redirectedTo).toBe("/dashboard");
});

it("refuses what is no theme, and keeps nothing", async () => {
  const { result, cookies } = await inRequest({}, () => chooseThemeAction(null, form("pink")));
  expect(result).toMatchObject({ ok: false, code: "invalid" });
  expect(cookies).toEqual({});
});

it.each([
  ["light", "light"],
  ["dark", "dark"],
  ["", "system"],
  ["pink; path=/", "system"],
])("the cookie %j means the theme %s", async (cookie, theme) => {
  const { result } = await inRequest({ cookies: { [THEME_COOKIE]: cookie } }, getTheme);
  expect(result).toBe(theme);
});
