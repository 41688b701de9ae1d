import { X } from "lucide-react";
import Link from "next/link";
import { TextLink } from "@/components/ui/text-link";
import type { AppliedFilters } from "@/lib/places/partner-filters/queries";
import { NO_FOCUS } from "@/lib/places/partner-focus/schemas";
import { type PartnerListQuery, partnerListHref } from "@/lib/places/partner-list/schemas";
import { chipsOf } from "./filter-chips";

/** Nothing asked for: what "Clear all" leaves of a query, whose order and columns stay. */
const noFilters: Partial<PartnerListQuery> = {
  text: "",
  place: "",
  tag: "",
  visibility: "",
  admin: "",
  focus: NO_FOCUS,
};

/** The address of the list as it is shown, without any filter. */
export function clearedHref(path: string, query: PartnerListQuery): string {
  return partnerListHref(path, query, noFilters);
}

/** The filters in force as chips, each a link to the list without it; nothing where there is none. */
export function ActiveFilters({
  path,
  query,
  applied,
}: {
  path: string;
  query: PartnerListQuery;
  applied: AppliedFilters;
}) {
  const chips = chipsOf(query, applied);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-2">
      {chips.map(({ about, value, without }) => (
        <li key={about} className="min-w-0 max-w-full">
          <Link
            href={partnerListHref(path, query, without)}
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
          <TextLink
            href={clearedHref(path, query)}
            scroll={false}
            className="inline-flex min-h-7 items-center px-1 text-sm"
          >
            Clear all
          </TextLink>
        </li>
      )}
    </ul>
  );
}
