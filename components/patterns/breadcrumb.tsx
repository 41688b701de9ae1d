import Link from "next/link";

/** One step on the way to a page, from the top. */
export type Crumb = { label: string; href: string };

/** The way to this page: links to what lies above it, the page itself left out. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-x-2 text-sm text-ink-muted">
        {crumbs.map(({ label, href }, index) => (
          <li key={href} className="flex items-center gap-2">
            {index > 0 && <span aria-hidden="true">›</span>}
            <Link
              href={href}
              prefetch={false}
              className="inline-flex min-h-6 items-center underline decoration-transparent underline-offset-2 hover:text-ink hover:decoration-current"
            >
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
