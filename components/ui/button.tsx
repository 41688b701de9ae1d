import type { ComponentProps } from "react";

/** How much a button calls: `primary` for the one main act of a page, `secondary` for others, `quiet` inside rows and menus. */
export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

const base =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-md px-3.5 text-base font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-60";

const tones: Readonly<Record<ButtonTone, string>> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "text-accent hover:bg-accent-soft hover:text-accent-strong",
  danger: "border border-danger bg-surface text-danger hover:bg-danger-soft",
};

/** The classes of a button, for links that look like one. */
export function buttonClass(tone: ButtonTone = "secondary"): string {
  return `${base} ${tones[tone]}`;
}

/** A native button. It submits its form unless told otherwise, as the native one does. */
export function Button({
  tone = "secondary",
  className = "",
  ...rest
}: ComponentProps<"button"> & { tone?: ButtonTone }) {
  return <button className={`${buttonClass(tone)} ${className}`} {...rest} />;
}
