import { SearchX } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { SearchForm } from "@/components/patterns/search-form";
import { TextLink } from "@/components/ui/text-link";
import { LONGEST_PALETTE_TEXT, SEARCH_PATH } from "@/lib/platform/palette/constants";
import type { PaletteGroup } from "@/lib/platform/palette/schemas";
import { PaletteIcon } from "./palette-icon";

/** The box of the page that searches without scripts. */
export function PortalSearch({ text }: { text: string }) {
  return (
    <SearchForm
      action={SEARCH_PATH}
      name="Search"
      text={text}
      label="Name, e-mail address or postcode"
      help="Finds people, partners, neighbourhoods, pages and actions within your remit."
      maxLength={LONGEST_PALETTE_TEXT}
    />
  );
}

/** What the palette offers for a text, as lists of links. */
export function SearchResults({ text, groups }: { text: string; groups: readonly PaletteGroup[] }) {
  if (groups.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-surface shadow-card">
        <EmptyState title={`Nothing matches “${text}”`} icon={<SearchX aria-hidden />}>
          <p>Nothing within your remit has this name. Try fewer letters, an e-mail address or a postcode.</p>
        </EmptyState>
      </div>
    );
  }
  return groups.map((group, index) => <Group key={group.label} group={group} id={`group-${index}`} />);
}

function Group({ group: { label, entries, more }, id }: { group: PaletteGroup; id: string }) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-2">
      <h2 id={id} className="text-lg font-semibold">
        {label}
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card">
        {entries.map(({ href, label: name, detail }) => (
          <li key={href} className="flex items-center gap-3 px-4 py-2">
            <PaletteIcon group={label} />
            <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
              <TextLink href={href} className="inline-flex min-h-6 items-center">
                {name}
              </TextLink>
              {detail !== "" && <span className="text-ink-muted">{detail}</span>}
            </div>
          </li>
        ))}
        {more !== null && (
          <li className="px-4 py-2">
            <TextLink href={more.href} className="inline-flex min-h-6 items-center">
              {more.label}
            </TextLink>
          </li>
        )}
      </ul>
    </section>
  );
}
