"use client";
import { type FormEvent, type ReactNode, startTransition, useOptimistic } from "react";
import { chooseThemeAction } from "@/lib/people/theme/actions";
import type { Theme } from "@/lib/people/theme/constants";
import { applyTheme } from "./apply-theme";

const send: (form: FormData) => Promise<unknown> = chooseThemeAction.bind(null, null);

/** What the switch offers, in order, and how each is shown. */
export type ThemeChoice = { theme: Theme; label: string; icon: ReactNode };

/**
 * The choice between the system's theme, light and dark. With scripts the page changes at once, without waiting for the
 * server that keeps the choice; without them each button posts and the page comes back in its theme.
 */
export function ThemeSwitch({ chosen, choices }: { chosen: Theme; choices: readonly ThemeChoice[] }) {
  const [shown, show] = useOptimistic(chosen);
  const choose = (event: FormEvent<HTMLFormElement>) => {
    const theme = choices.find((choice) => choice.theme === pressedValue(event.nativeEvent))?.theme;
    if (theme === undefined) return;
    event.preventDefault();
    startTransition(async () => {
      show(theme);
      await applyTheme(theme, chosen);
    });
  };
  return (
    <form
      // What the action returns is for forms with fields; this one only chooses.
      action={send as (form: FormData) => Promise<void>}
      onSubmit={choose}
    >
      <input type="hidden" name="reload" value="yes" />
      <fieldset aria-label="Theme" className="grid grid-cols-3 gap-0.5 rounded-md border border-line bg-canvas p-0.5">
        {choices.map(({ theme, label, icon }) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === shown}
            className="flex min-h-7 items-center justify-center gap-1.5 rounded-sm text-sm text-ink-muted transition-colors hover:text-ink aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-card aria-pressed:ring-1 aria-pressed:ring-line-strong forced-colors:aria-pressed:border [&>.lucide]:size-3.5"
          >
            {icon}
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

function pressedValue(event: Event): string | null {
  const pressed = event instanceof SubmitEvent ? event.submitter : null;
  return pressed instanceof HTMLButtonElement ? pressed.value : null;
}
