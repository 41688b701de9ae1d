"use client";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { type ButtonSize, type ButtonTone, buttonClass } from "./button";
import { useMenuClosing } from "./menu-closing";
import { dangerItemClass, menuItemClass } from "./menu-item";

/** What a menu takes: what its button shows, what a screen reader calls it where that is only an icon, and how it looks. */
export type MenuProps = {
  label: ReactNode;
  /** The button's accessible name, where `label` has no words. */
  name?: string;
  tone?: ButtonTone;
  size?: ButtonSize;
  /** The classes of the button instead of those that `tone` and `size` give. */
  buttonClassName?: string;
  /** Shows that the button opens something; an icon alone, such as three dots, says so by itself. */
  chevron?: boolean;
  /** The side of the button that the panel keeps to. */
  align?: "start" | "end";
  /** Classes of the panel, such as its width. */
  panelClassName?: string;
  /** It holds controls that change the page's parameters at once: it stays open while they do. */
  settings?: boolean;
  children: ReactNode;
};

// Beside its button a panel could hang over the edge of a phone, where nobody reaches it: there it lies at the foot.
const narrow =
  "max-sm:fixed max-sm:inset-x-3 max-sm:bottom-3 max-sm:max-h-[calc(100dvh-4rem)] max-sm:w-auto max-sm:overflow-y-auto";

/**
 * A button that opens a panel of links and acts, on a native `details`: without scripts it opens and closes all the
 * same. With them it also closes on Escape, on a choice, when pressed or focused elsewhere, and with the page; arrow
 * keys move. A button that submits leaves it open, so that a refusal inside it can be read.
 */
export function Menu({
  label,
  name,
  tone = "secondary",
  size,
  buttonClassName,
  chevron = true,
  align = "end",
  panelClassName = "w-56",
  settings = false,
  children,
}: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useMenuClosing(details, settings);
  return (
    <details ref={details} className="group/menu relative">
      <summary aria-label={name} className={buttonClassName ?? buttonClass(tone, size)}>
        {label}
        {chevron && (
          <ChevronDown aria-hidden className="-me-1 size-4 transition-transform group-open/menu:rotate-180" />
        )}
      </summary>
      <div
        className={`z-(--z-menu) rounded-lg border border-line bg-raised py-1.5 whitespace-normal shadow-menu sm:absolute sm:mt-1.5 ${narrow} ${align === "end" ? "sm:end-0" : "sm:start-0"} ${panelClassName}`}
      >
        {children}
      </div>
    </details>
  );
}

/** A line of a menu that leads somewhere. */
export function MenuLink({ tone, ...rest }: ComponentProps<typeof Link> & { tone?: "danger" }) {
  return <Link prefetch={false} className={tone === "danger" ? dangerItemClass : menuItemClass} {...rest} />;
}

/** A line of a menu that does something: a native button, which submits its form unless `type` says otherwise. */
export function MenuItem({ tone, ...rest }: ComponentProps<"button"> & { tone?: "danger" }) {
  return <button className={tone === "danger" ? dangerItemClass : menuItemClass} {...rest} />;
}

/** An act that its person may not do, where its absence would puzzle: it can be read but not pressed, and says why. */
export function MenuRefusal({ label, reason }: { label: ReactNode; reason: string }) {
  return (
    <div className="px-3.5 py-1.5">
      <p className="flex items-center gap-2.5 text-ink-muted [&>.lucide]:size-4">{label}</p>
      <p className="text-sm text-ink-muted">{reason}</p>
    </div>
  );
}

/** A hairline between groups of a menu. */
export function MenuRule() {
  return <hr className="my-1.5 border-line" />;
}

/** The heading of a group of a menu. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="px-3.5 pt-1 pb-1 text-xs font-medium text-ink-muted">{children}</p>;
}
