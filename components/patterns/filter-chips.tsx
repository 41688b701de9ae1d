import { X } from "lucide-react";
import Link from "next/link";
import { TextLink } from "@/components/ui/text-link";

/** A filter in force in words, and the address of the list without it. */
export type FilterLink = { about: string; value: string; href: string };

/**
 * The filters in force as chips, each a link to the list without it; nothing where there is none.
 * @param clearedHref the list without any of them.
 */
export function FilterChips({ chips, clearedHref }: { chips: readonly FilterLink[]; clearedHref: string }) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-2">
      {chips.map(({ about, value, href }) => (
        <li key={about} className="min-w-0 max-w-full">
          <Link
            href={href}
            prefetch={false}
            scroll={false}
            aria-label={`Remove filter: ${about} ${value}`}
            className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full bg-accent-soft py-0.5 ps-3 pe-2 text-sm text-accent-strong transition-colors hover:bg-sunken hover:text-ink"
          >
            <span className="truncate">
              {about} <span className="font-medium">{value}</span>
            </span>
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <TextLink href={clearedHref} scroll={false} className="inline-flex min-h-7 items-center px-1 text-sm">
            Clear all
          </TextLink>
        </li>
      )}
    </ul>
  );
}
