import Link from "next/link";
import type { ComponentProps } from "react";
import { Spinner } from "./spinner";

/**
 * How much a button calls: `primary` for the one main act of a page, `secondary` for others, `quiet` inside rows and
 * menus, `danger` for what destroys.
 */
export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

/** How tall a button is: `md` 36 px, beside fields and at the top of pages; `sm` 28 px, inside rows, bars and banners. */
export type ButtonSize = "md" | "sm";

const base =
  "inline-flex items-center justify-center font-medium whitespace-nowrap select-none transition-colors disabled:opacity-50 aria-busy:opacity-80 aria-disabled:opacity-50 forced-colors:border";

const sizes: Readonly<Record<ButtonSize, string>> = {
  md: "min-h-9 gap-2 rounded-md px-3.5 text-base",
  sm: "min-h-7 gap-1.5 rounded-md px-2.5 text-sm",
};

// A disabled button neither lights up nor sinks: the states apply to those that can be pressed.
const tones: Readonly<Record<ButtonTone, string>> = {
  primary:
    "bg-accent text-on-accent shadow-card not-disabled:hover:bg-accent-strong not-disabled:active:bg-accent-strong",
  secondary:
    "border border-line-medium bg-surface text-ink shadow-card not-disabled:hover:bg-sunken not-disabled:active:bg-line",
  quiet:
    "text-accent not-disabled:hover:bg-accent-soft not-disabled:hover:text-accent-strong not-disabled:active:text-ink",
  danger:
    "bg-danger-fill text-on-danger shadow-card not-disabled:hover:bg-danger-strong not-disabled:active:bg-danger-strong",
};

/** The classes of a button, for links and summaries that look like one. */
export function buttonClass(tone: ButtonTone = "secondary", size: ButtonSize = "md"): string {
  return `${base} ${sizes[size]} ${tones[tone]}`;
}

/** What a button takes beside the native attributes. An icon is a child: `<Plus aria-hidden className="size-4" />`. */
export type ButtonProps = ComponentProps<"button"> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** It has been pressed and the answer is on its way: it shows a spinner and cannot be pressed again. */
  pending?: boolean;
};

/** A native button. It submits its form unless told otherwise, as the native one does. */
export function Button({ tone, size, pending = false, className = "", children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      className={`${buttonClass(tone, size)} ${className}`}
      disabled={disabled === true || pending}
      aria-busy={pending || undefined}
      {...rest}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}

/** A link that looks like a button: for acts that begin on a page of their own, such as "New partner". */
export function ButtonLink({
  tone,
  size,
  className = "",
  ...rest
}: ComponentProps<typeof Link> & { tone?: ButtonTone; size?: ButtonSize }) {
  return <Link prefetch={false} className={`${buttonClass(tone, size)} ${className}`} {...rest} />;
}
