import Link from "next/link";
import { buttonClass } from "@/components/ui/button";

/** What a page of a list knows about its neighbours; `null` where there is none. Positions count from 1. */
export type PagerProps = {
  /** What is counted, for the name of the landmark: "Partners". */
  label: string;
  first: number;
  last: number;
  total: number;
  previousHref: string | null;
  nextHref: string | null;
};

/** Where one is in a list, with links to the pages before and after. */
export function Pager({ label, first, last, total, previousHref, nextHref }: PagerProps) {
  if (previousHref === null && nextHref === null) return null;
  return (
    <nav
      aria-label={`Pages of ${label.toLowerCase()}`}
      className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-3 sm:px-5"
    >
      <p className="text-sm text-ink-muted tabular-nums">
        {first.toLocaleString("en-GB")}–{last.toLocaleString("en-GB")} of {total.toLocaleString("en-GB")}
      </p>
      <div className="flex gap-2">
        <Step href={previousHref} rel="prev" label="Previous" />
        <Step href={nextHref} rel="next" label="Next" />
      </div>
    </nav>
  );
}

function Step({ href, rel, label }: { href: string | null; rel: "prev" | "next"; label: string }) {
  if (href === null) return null;
  return (
    <Link href={href} rel={rel} prefetch={false} className={buttonClass("secondary")}>
      {label}
    </Link>
  );
}
