import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "./mark";

/** A place that the header leads to; `section` is what pages of that place mark their `main` with. */
export type HeaderLink = { href: string; label: string; section: string };

/** The bar at the top: the product's name, the way to each part, and the account menu. */
export function Header({ links, children }: { links: readonly HeaderLink[]; children: ReactNode }) {
  return (
    <header className="border-b border-line bg-surface">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
      >
        Skip to content
      </a>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-4 sm:px-6">
        <Link
          href="/dashboard"
          prefetch={false}
          className="flex min-h-12 items-center gap-2 text-lg font-semibold tracking-tight"
        >
          <Mark />
          Remit
        </Link>
        <nav aria-label="Main" className="order-last -mx-2 flex w-full gap-1 sm:order-none sm:mx-0 sm:w-auto sm:flex-1">
          {links.map(({ href, label, section }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              data-nav={section}
              className="flex min-h-11 items-center px-2.5 text-ink-muted hover:text-ink sm:min-h-12"
            >
              {label}
            </Link>
          ))}
        </nav>
        <div className="ml-auto">{children}</div>
      </div>
    </header>
  );
}
