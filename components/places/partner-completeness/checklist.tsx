import { Check, CircleDashed } from "lucide-react";
import { fieldId } from "@/components/ui/field-frame";
import { TextLink } from "@/components/ui/text-link";
import { newCalendarPath } from "@/lib/places/calendars/constants";
import type { CompletenessItem, CompletenessKey } from "@/lib/places/partner-completeness/constants";
import { partnerPath } from "@/lib/places/partners/constants";

type Place = { id: string; externalId: string | null };

const field = (name: string) => (partner: Place) => `${partnerPath(partner)}/edit#${fieldId(name)}`;
const page = (name: string) => (partner: Place) => `${partnerPath(partner)}/${name}`;

/** What is asked for, how it is said once it is there, and what leads to it: a field of the form, or a page. */
const items: Readonly<Record<CompletenessKey, { done: string; add: string; href: (partner: Place) => string }>> = {
  summary: { done: "Summary", add: "Add a summary", href: field("summary") },
  description: { done: "Description", add: "Add a description", href: field("description") },
  place: { done: "Address or service area", add: "Add an address or a service area", href: page("edit#places") },
  hours: { done: "Opening hours", add: "Add opening hours", href: field("openingHours") },
  contact: { done: "Public contact", add: "Add a public contact", href: field("publicContactPhone") },
  website: { done: "Website or other network", add: "Add a website or another network", href: field("website") },
  accessibility: { done: "Accessibility", add: "Add how people get in", href: field("accessibility") },
  image: { done: "Picture", add: "Add a picture", href: page("image") },
  category: { done: "Category", add: "Choose a category", href: page("edit#tags") },
  admin: { done: "An admin", add: "Add an admin", href: page("people") },
  calendar: {
    done: "A calendar",
    add: "Add a calendar",
    href: ({ id, externalId }) => newCalendarPath(externalId ?? id),
  },
};

/**
 * What a partner's entry on the public pages is complete with: what is there with a tick, what is missing as a link to where
 * it is added.
 * @param props.narrow for a column at the side.
 */
export function Checklist({
  partner,
  checklist,
  narrow = false,
}: {
  partner: Place;
  checklist: readonly CompletenessItem[];
  narrow?: boolean;
}) {
  const done = checklist.filter((item) => item.done).length;
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3">
        <progress
          value={done}
          max={checklist.length}
          aria-label="Complete"
          className="h-2 flex-1 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-chart-a [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-chart-a"
        />
        <span className="text-sm text-ink-muted tabular-nums">
          {done} of {checklist.length}
        </span>
      </div>
      <ul className={`grid gap-x-6 gap-y-1.5 ${narrow ? "" : "sm:grid-cols-2"}`}>
        {checklist
          .toSorted((a, b) => Number(a.done) - Number(b.done))
          .map(({ key, done: there }) => (
            <li key={key} className="flex min-h-6 items-center gap-2">
              {there ? (
                <>
                  <Check aria-hidden className="size-4 text-success" />
                  <span className="text-ink-muted">{items[key].done}</span>
                </>
              ) : (
                <>
                  <CircleDashed aria-hidden className="size-4 text-ink-muted" />
                  <TextLink href={items[key].href(partner)}>{items[key].add}</TextLink>
                </>
              )}
            </li>
          ))}
      </ul>
    </div>
  );
}
