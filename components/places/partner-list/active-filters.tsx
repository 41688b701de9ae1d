import { FilterChips } from "@/components/patterns/filter-chips";
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
  const chips = chipsOf(query, applied).map(({ without, ...chip }) => ({
    ...chip,
    href: partnerListHref(path, query, without),
  }));
  return <FilterChips chips={chips} clearedHref={clearedHref(path, query)} />;
}
