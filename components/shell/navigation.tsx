import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";

/** One noun that the navigation leads to. */
export type NavEntry = { href: string; label: string; icon: ReactNode };

/** A wing, or another part of the portal, with its nouns; without a label where they stand by themselves. */
export type NavGroup = { label: string | null; entries: readonly NavEntry[] };

/** What the button that opens the drawer names as its target. */
export const DRAWER_ID = "navigation";

/**
 * The navigation at the side, which is a drawer under 768 px. The drawer is a native popover: it opens, closes on Escape
 * and on a press beside it, and gives the focus back, all without scripts; a wide window shows it in its place.
 */
export function Navigation({ groups }: { groups: readonly NavGroup[] }) {
  return (
    <nav
      id={DRAWER_ID}
      aria-label="Main"
      popover="auto"
      className="inset-y-0 start-0 m-0 h-dvh max-h-none w-72 max-w-[85vw] -translate-x-full flex-col overflow-y-auto overscroll-contain border-e border-line bg-canvas text-ink shadow-dialog transition-[translate,overlay,display] transition-discrete duration-(--motion-steady) backdrop:bg-(--backdrop) open:flex open:translate-x-0 starting:open:-translate-x-full md:sticky md:top-0 md:row-span-full md:flex md:w-full md:translate-x-0 md:shadow-none md:transition-none md:backdrop:hidden print:hidden"
    >
      <div className="flex min-h-12 items-center justify-between px-3">
        <Link
          href="/dashboard"
          prefetch={false}
          className="flex min-h-9 items-center gap-2 rounded-md px-2 text-lg font-semibold tracking-tight"
        >
          <Mark />
          Remit
        </Link>
        <button
          type="button"
          popoverTarget={DRAWER_ID}
          popoverTargetAction="hide"
          className="grid size-9 place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink md:hidden"
        >
          <X aria-hidden className="size-5" />
          <span className="sr-only">Close the navigation</span>
        </button>
      </div>
      <div className="grid gap-4 px-3 pt-2 pb-6">
        {groups.map((group) => (
          <Group key={group.label} group={group} />
        ))}
      </div>
    </nav>
  );
}

function Group({ group: { label, entries } }: { group: NavGroup }) {
  const id = label === null ? undefined : `navigation-${label.toLowerCase()}`;
  return (
    <div>
      {label !== null && (
        <p id={id} className="px-2.5 pb-1 text-xs font-medium text-ink-muted">
          {label}
        </p>
      )}
      <ul aria-labelledby={id} className="grid gap-0.5">
        {entries.map(({ href, label, icon }) => (
          <li key={href}>
            <NavLink href={href} icon={icon}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
