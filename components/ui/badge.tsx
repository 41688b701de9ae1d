import type { ReactNode } from "react";

/** What a badge says by its colour; the words always say it too. */
export type BadgeTone = "neutral" | "accent" | "info" | "success" | "warning" | "danger";

const tones: Readonly<Record<BadgeTone, string>> = {
  neutral: "bg-sunken text-ink-muted",
  accent: "bg-accent-soft text-accent-strong",
  info: "bg-info-soft text-info",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

/** A word or two about a record's state. Where colours are forced, an edge holds it together. */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-sm px-1.5 py-px text-xs font-medium forced-colors:border ${tones[tone]}`}>
      {children}
    </span>
  );
}
