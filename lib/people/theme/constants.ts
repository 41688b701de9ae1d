/** What one may choose: to go with the system, or one theme whatever it says. */
export const THEMES = ["system", "light", "dark"] as const;

/** A choice of theme. */
export type Theme = (typeof THEMES)[number];

/** The cookie in which a browser keeps its person's choice. It says nothing about the person. */
export const THEME_COOKIE = "theme";

/** Seconds that the choice is kept: a year, begun anew with each choice. */
export const THEME_SECONDS = 365 * 24 * 60 * 60;
