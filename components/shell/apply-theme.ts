import { chooseThemeAction } from "@/lib/people/theme/actions";
import type { Theme } from "@/lib/people/theme/constants";

/** Shows the page in a theme at once, without waiting for the server that keeps the choice; back to `before` where it does not. */
export async function applyTheme(theme: Theme, before: Theme): Promise<void> {
  show(theme);
  if (!(await keep(theme))) show(before);
}

function show(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** True when the server has kept the choice; false when it could not be reached or refused. */
async function keep(theme: Theme): Promise<boolean> {
  try {
    return (await chooseThemeAction(null, { theme })).ok;
  } catch {
    // Without a connection the call itself fails; the notice about that is there already.
    return false;
  }
}
