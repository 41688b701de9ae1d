import { THEMES, type Theme } from "@/lib/people/theme/constants";
import type { PaletteGroup } from "@/lib/platform/palette/schemas";

/** What one may choose in the palette: something to go to, or a theme, which is the browser's own matter. */
export type PaletteChoice = { label: string; detail: string; isMore: boolean } & ({ href: string } | { theme: Theme });

/** Choices of one kind; `first` is the number of its first one among all. */
export type ChoiceGroup = { label: string; choices: readonly PaletteChoice[]; first: number };

/** What the server offers for a text, with the themes among the actions, numbered through. */
export function choiceGroups(groups: readonly PaletteGroup[], text: string, theme: ShownTheme): ChoiceGroup[] {
  const offered = groups.map(({ label, entries, more }) => ({
    label,
    choices: [
      ...entries.map((entry): PaletteChoice => ({ ...entry, isMore: false })),
      ...(more === null ? [] : [{ ...more, detail: "", isMore: true }]),
    ],
  }));
  const themes = themeChoices(text, theme);
  const [actions] = offered.filter(({ label }) => label === ACTIONS);
  const others = offered.filter(({ label }) => label !== ACTIONS);
  const all = [{ label: ACTIONS, choices: [...(actions?.choices ?? []), ...themes] }, ...others];
  let first = 0;
  return all
    .filter(({ choices }) => choices.length > 0)
    .map((group) => {
      const numbered = { ...group, first };
      first += group.choices.length;
      return numbered;
    });
}

/** All choices in the order in which the arrow keys go through them. */
export function choicesOf(groups: readonly ChoiceGroup[]): PaletteChoice[] {
  return groups.flatMap(({ choices }) => [...choices]);
}

/** The theme that was chosen for this page, and whether it is dark now, which the system decides where it may. */
export type ShownTheme = { chosen: Theme; isDark: boolean };

/** The theme that this page is shown in. */
export function shownTheme(): ShownTheme {
  const { theme } = document.documentElement.dataset;
  const chosen = THEMES.find((known) => known === theme) ?? "system";
  const isDark = chosen === "system" ? window.matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
  return { chosen, isDark };
}

const ACTIONS = "Actions";

const LABELS: Readonly<Record<Theme, string>> = {
  system: "Use the system’s theme",
  light: "Use the light theme",
  dark: "Use the dark theme",
};

/** Those that a text means; unasked, the one that looks different. A single letter means too much. */
function themeChoices(text: string, { chosen, isDark }: ShownTheme): PaletteChoice[] {
  const words = text.toLowerCase().split(" ");
  const isMeant = (theme: Theme) =>
    words.every((word) => ["theme", "mode", "appearance", theme].some((name) => name.startsWith(word)));
  const isWanted = (theme: Theme) => {
    if (text === "") return theme === (isDark ? "light" : "dark");
    return text.length > 1 && theme !== chosen && isMeant(theme);
  };
  return THEMES.filter(isWanted).map((theme) => ({ theme, label: LABELS[theme], detail: "", isMore: false }));
}
