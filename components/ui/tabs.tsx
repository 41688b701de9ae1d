import Link from "next/link";

/** One tab of a record: its address, its name, and how many things lie behind it where that is worth knowing. */
export type Tab = { href: string; label: string; count?: number };

/**
 * The tabs of a record as links: each is an address that can be kept and sent, and works without scripts.
 * @param current the `href` of the tab that is open.
 */
export function TabLinks({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav aria-label={label} className="overflow-x-auto shadow-[inset_0_-1px_var(--line)]">
      <ul className="flex gap-1">
        {tabs.map(({ href, label: name, count }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={href === current ? "page" : undefined}
              className="flex min-h-10 items-center gap-2 border-b-2 border-transparent px-2.5 whitespace-nowrap text-ink-muted transition-colors -outline-offset-2 hover:border-line-strong hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {name}
              {count !== undefined && (
                <span className="rounded-full bg-sunken px-1.5 text-xs font-medium text-ink-muted tabular-nums">
                  {count.toLocaleString("en-GB")}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
