import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { EmptyAreas } from "@/lib/places/empty-areas/queries";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { newPartnerHref } from "../partners/new-partner-href";

/** The areas in which nobody is, the first of them by name, each with the first step, and the way to all; nothing where there are none. */
export function EmptyAreasCard({
  id = "empty-areas",
  heading,
  of,
  empty: { count, href, places },
}: {
  id?: string;
  heading?: "h2" | "h3";
  of?: string;
  empty: EmptyAreas;
}) {
  if (count === 0) return null;
  return (
    <Card id={id} heading={heading} of={of} title="Areas without a partner">
      <ul className="grid gap-1.5">
        {places.map(({ id: placeId, code, name, within }) => (
          <li key={code} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 wrap-anywhere">
              <TextLink href={neighbourhoodPath({ id: placeId, code })}>{name}</TextLink>
              {within !== null && <span className="text-sm text-ink-muted"> {within}</span>}
            </span>
            <TextLink href={newPartnerHref(code)} aria-label={`New partner in ${name}`} className="shrink-0 text-sm">
              New partner
            </TextLink>
          </li>
        ))}
      </ul>
      {count > places.length && (
        <p className="mt-3 text-sm">
          <TextLink href={href}>All {count.toLocaleString("en-GB")} areas without a partner</TextLink>
        </p>
      )}
    </Card>
  );
}
