import { Check, CircleDashed } from "lucide-react";
import { fieldId } from "@/components/ui/field-frame";
import { TextLink } from "@/components/ui/text-link";
import type { CompletenessKey } from "@/lib/places/partner-dashboard/constants";
import type { OwnPartner } from "@/lib/places/partner-dashboard/queries";
import { partnerPath } from "@/lib/places/partners/constants";

/** What is asked for, how it is said once it is there, and what leads to it: a field of the form, or the people's page. */
const items: Readonly<Record<CompletenessKey, { done: string; add: string; where: string }>> = {
  summary: { done: "Summary", add: "Add a summary", where: `/edit#${fieldId("summary")}` },
  description: { done: "Description", add: "Add a description", where: `/edit#${fieldId("description")}` },
  address: { done: "Address", add: "Add an address", where: `/edit#${fieldId("line1")}` },
  hours: { done: "Opening hours", add: "Add opening hours", where: `/edit#${fieldId("openingHours")}` },
  contact: { done: "Public contact", add: "Add a public contact", where: `/edit#${fieldId("publicContactPhone")}` },
  website: { done: "Website", add: "Add a website", where: `/edit#${fieldId("website")}` },
  "second-admin": { done: "A second admin", add: "Add a second admin", where: "/people" },
};

/** What a partner's record is complete with: what is there with a tick, what is missing as a link to where it is added. */
export function Checklist({ partner }: { partner: OwnPartner }) {
  const { checklist } = partner;
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
      <ul className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
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
                  <TextLink href={`${partnerPath(partner)}${items[key].where}`}>{items[key].add}</TextLink>
                </>
              )}
            </li>
          ))}
      </ul>
    </div>
  );
}
