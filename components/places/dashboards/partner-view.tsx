import { TextLink } from "@/components/ui/text-link";
import type { PartnerDashboard } from "@/lib/places/partner-dashboard/queries";
import { Columns } from "./dashboard-frame";
import { GlanceCard, glancesOf } from "./glance-card";
import { OwnPartnerCard } from "./own-partner-card";
import { WaitingCard, waitingOf } from "./waiting-card";

/** The dashboard of a partner admin: what waits, then each partner with what its record still lacks. */
export function PartnerView({ dashboard: { lines, partners } }: { dashboard: PartnerDashboard }) {
  const all = lines.find(({ key }) => key === "partners");
  return (
    <Columns>
      <div>
        {/* Whoever administers a partner is its admin: that it had none is never so here. */}
        <WaitingCard lines={waitingOf(lines).filter(({ key }) => key !== "without-admin")} />
        {partners.map((partner) => (
          <OwnPartnerCard key={partner.id} partner={partner} />
        ))}
        {all !== undefined && all.count > partners.length && (
          <p className="text-ink-muted">
            The first {partners.length} by name. <TextLink href={all.href}>All {all.count} of your partners</TextLink>
          </p>
        )}
      </div>
      <div>
        <GlanceCard glances={glancesOf(lines)} />
      </div>
    </Columns>
  );
}
