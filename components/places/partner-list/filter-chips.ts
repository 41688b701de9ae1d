import type { AppliedFilters } from "@/lib/places/partner-filters/queries";
import { FOCUS_FIELDS, type PartnerFocus } from "@/lib/places/partner-focus/schemas";
import type { PartnerListQuery } from "@/lib/places/partner-list/schemas";

/** A filter in force in words, and what a query is without it. */
export type FilterChip = { about: string; value: string; without: Partial<PartnerListQuery> };

/** How many filters are in force. */
export function filterCount({ text, place, tag, visibility, admin, focus }: PartnerListQuery): number {
  const asked = [text, place, tag, visibility, admin, ...FOCUS_FIELDS.map((name) => focus[name])];
  return asked.filter((value) => value !== "").length;
}

/** The filters in force, those of the form first. */
export function chipsOf(query: PartnerListQuery, applied: AppliedFilters): FilterChip[] {
  const { text, place, tag, visibility, admin } = query;
  const chips: FilterChip[] = [
    { about: "Search", value: text && `“${text}”`, without: { text: "" } },
    { about: "Place", value: place && (applied.place?.name ?? "unknown to you"), without: { place: "" } },
    { about: "Tag", value: tag && (applied.tag?.name ?? "unknown to you"), without: { tag: "" } },
    { about: "State", value: visibility, without: { visibility: "" } },
    { about: "Admin", value: admin && admins[admin], without: { admin: "" } },
    ...focusChips(query.focus, applied),
  ];
  return chips.filter(({ value }) => value !== "");
}

const admins = { with: "at least one", without: "none" } as const;
const hours = { with: "given", without: "not given" } as const;
const changed = { "7": "in the last 7 days", "30": "in the last 30 days" } as const;

function focusChips(focus: PartnerFocus, applied: AppliedFilters): FilterChip[] {
  const without = (name: keyof PartnerFocus) => ({ focus: { ...focus, [name]: "" } });
  return [
    { about: "Opening hours", value: focus.hours && hours[focus.hours], without: without("hours") },
    { about: "Changed", value: focus.changed && changed[focus.changed], without: without("changed") },
    { about: "Places", value: focus.placed && "none", without: without("placed") },
    { about: "Through", value: focus.through && (applied.through ?? "unknown to you"), without: without("through") },
    {
      about: "Could join",
      value: focus.candidates && (applied.candidates ?? "unknown to you"),
      without: without("candidates"),
    },
  ];
}
