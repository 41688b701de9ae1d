import type { ReactNode } from "react";

/** What a badge says by its colour; the words always say it too. */
export type BadgeTone = "neutral" | "accent" | "warning" | "danger";

const tones: Readonly<Record<BadgeTone, string>> = {
  neutral: "bg-sunken text-ink-muted",
  accent: "bg-accent-soft text-accent-strong",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

/** A word or two about a record's state. */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={`inline-block rounded-sm px-1.5 text-xs font-medium ${tones[tone]}`}>{children}</span>;
}
