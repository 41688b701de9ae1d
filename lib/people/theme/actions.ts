"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/platform/action/public-action";
import { requestPath } from "@/lib/platform/request";
import { cookieRules } from "@/lib/platform/sign-in/cookie-names";
import { safeReturnTo } from "@/lib/platform/sign-in/return-to";
import { THEME_COOKIE, THEME_SECONDS, type Theme } from "./constants";
import { chooseThemeSchema } from "./schemas";

/** Keeps a theme in this browser for a year. It belongs to the browser, not to the person: a telephone may be dark and a desk light. */
export const chooseThemeAction = definePublicAction({
  name: "theme.choose",
  input: chooseThemeSchema,
  run: async ({ input: { theme, reload } }) => {
    await keepTheme(theme);
    // Without scripts the answer to a form would be the page's own; leading back to it lets people reload and go back.
    if (reload === "yes") return redirect(safeReturnTo(await requestPath()));
    return { ok: true, data: { theme } };
  },
});

async function keepTheme(theme: Theme): Promise<void> {
  const jar = await cookies();
  // No choice is no cookie.
  if (theme === "system") jar.set(THEME_COOKIE, "", { ...cookieRules(), maxAge: 0 });
  else jar.set(THEME_COOKIE, theme, { ...cookieRules(), maxAge: THEME_SECONDS });
}
