import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";

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
      className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-2.5 sm:px-5"
    >
      <p className="text-sm text-ink-muted tabular-nums">
        {first.toLocaleString("en-GB")}–{last.toLocaleString("en-GB")} of {total.toLocaleString("en-GB")}
      </p>
      <div className="flex gap-2">
        {previousHref !== null && (
          <ButtonLink href={previousHref} rel="prev" size="sm">
            <ChevronLeft aria-hidden className="-ms-1 size-4" />
            Previous
          </ButtonLink>
        )}
        {nextHref !== null && (
          <ButtonLink href={nextHref} rel="next" size="sm">
            Next
            <ChevronRight aria-hidden className="-me-1 size-4" />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
