import "server-only";
import { cookies } from "next/headers";
import { THEME_COOKIE, THEMES, type Theme } from "./constants";

/** The theme that this browser's person has chosen; the system's where they have not, or the cookie holds anything else. */
export async function getTheme(): Promise<Theme> {
  const kept = (await cookies()).get(THEME_COOKIE)?.value;
  return THEMES.find((theme) => theme === kept) ?? "system";
}
