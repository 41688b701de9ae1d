import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";

/** One step on the way to a page, from the top. */
export type Crumb = { label: string; href: string };

/**
 * The way to this page: links to what lies above it, the page itself left out. It keeps to one line: long names are cut
 * at the end, and a narrow window has room for the nearest step alone, as the way back.
 */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex items-center gap-0.5 text-ink-muted md:-ms-1.5 max-md:*:not-last:hidden">
        {crumbs.map(({ label, href }, index) => (
          <li key={href} className="flex min-w-0 items-center gap-0.5">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 max-md:hidden" />}
            <Link
              href={href}
              prefetch={false}
              className="flex min-h-8 min-w-0 items-center gap-1 rounded-md px-1.5 transition-colors hover:bg-sunken hover:text-ink max-md:min-h-9 max-md:font-medium"
            >
              <ChevronLeft aria-hidden className="-ms-0.5 size-4 md:hidden" />
              <span className="truncate">{label}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
