import { Day } from "@/components/patterns/instant";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { DashboardLine, NamedPartner } from "@/lib/places/dashboards/queries";
import { partnerPath } from "@/lib/places/partners/constants";

/**
 * The partners changed last, and the way to all that changed lately.
 * @param changed the line that counts these; none where there is no one list of them.
 */
export function RecentCard({
  partners,
  changed,
}: {
  partners: readonly NamedPartner[];
  changed: DashboardLine | undefined;
}) {
  return (
    <Card id="recent" title="Recently changed">
      <ul className="grid gap-2">
        {partners.map((partner) => (
          <li key={partner.id} className="flex items-baseline justify-between gap-3">
            <TextLink href={partnerPath(partner)} className="min-w-0 wrap-anywhere">
              {partner.name}
            </TextLink>
            <span className="shrink-0 text-sm text-ink-muted">
              <Day at={new Date(partner.changedAt)} />
            </span>
          </li>
        ))}
      </ul>
      {changed !== undefined && changed.count > partners.length && (
        <p className="mt-3 text-sm">
          <TextLink href={changed.href}>All {changed.count.toLocaleString("en-GB")} of this week</TextLink>
        </p>
      )}
    </Card>
  );
}
