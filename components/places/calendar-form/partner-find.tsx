import { Building2 } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { SearchForm } from "@/components/patterns/search-form";
import { TextLink } from "@/components/ui/text-link";
import { FIND_PARTNER_PATH } from "@/lib/places/calendars/constants";
import { chosenPlaceHref } from "@/lib/places/neighbourhoods/schemas";
import { LONGEST_PARTNER_SEARCH, MOST_FOUND_PARTNERS } from "@/lib/places/partner-choices/constants";
import type { PartnerFind as Find, PartnerChoice } from "@/lib/places/partner-choices/schemas";

/** The search of the page that finds a partner without scripts, and what it found: each result chooses it. */
export function PartnerFind({ find, partners }: { find: Find; partners: readonly PartnerChoice[] }) {
  const { text, use, to, as } = find;
  return (
    <div className="grid max-w-3xl gap-6">
      <SearchForm
        action={FIND_PARTNER_PATH}
        text={text}
        along={[
          ["use", use],
          ["to", to],
          ["as", as],
        ]}
        label="Name of the partner"
        maxLength={LONGEST_PARTNER_SEARCH}
      />
      <section aria-labelledby="partners" className="grid gap-3">
        <h2 id="partners" className="text-lg font-semibold">
          {heading(partners.length)}
        </h2>
        <div className="rounded-lg border border-line bg-surface shadow-card">
          {partners.length === 0 ? (
            <EmptyState title="No partner" icon={<Building2 aria-hidden />}>
              <p>
                {text === ""
                  ? "There is no partner that you may choose."
                  : "No partner that you may choose has this name."}
              </p>
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {partners.map(({ id, name, detail }) => (
                <li key={id} className="flex flex-wrap items-baseline gap-x-2 px-4 py-2 sm:px-5">
                  <TextLink href={chosenPlaceHref(to, as, id)} className="inline-flex min-h-6 items-center">
                    {name}
                  </TextLink>
                  <span className="text-ink-muted">{detail}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </section>
    </div>
  );
}

function heading(count: number): string {
  if (count === MOST_FOUND_PARTNERS) return `The first ${count} partners`;
  return count === 1 ? "1 partner" : `${count} partners`;
}
