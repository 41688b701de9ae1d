import type { NeighbourhoodDashboard } from "@/lib/places/neighbourhood-dashboard/queries";
import { AreaCard, type Unfolding } from "./area-card";
import { Columns } from "./dashboard-frame";
import { EmptyAreasCard } from "./empty-areas-card";
import { GlanceCard, glancesOf } from "./glance-card";
import { NoPartners } from "./no-partners";
import { RecentCard } from "./recent-card";
import { WaitingCard, waitingOf } from "./waiting-card";

type Props = { dashboard: NeighbourhoodDashboard; mayCreate: boolean; unfolding: Unfolding };

/** The dashboard of a neighbourhood admin: what waits in the area, then the area itself. */
export function NeighbourhoodView({ dashboard, mayCreate, unfolding }: Props) {
  const { lines, areas, emptyAreas, recent } = dashboard;
  const waiting = [
    ...waitingOf(lines),
    { key: "empty-areas" as const, count: emptyAreas.count, href: emptyAreas.href },
  ];
  const none = recent.length === 0;
  return (
    <Columns>
      <div>
        {none ? (
          <NoPartners mayCreate={mayCreate}>
            Partners with an address in your area, and those that serve people there, would be counted here.
          </NoPartners>
        ) : (
          <WaitingCard lines={waiting} />
        )}
        <AreaCard areas={areas} unfolding={unfolding} />
      </div>
      <div>
        {!none && <GlanceCard glances={glancesOf(lines)} />}
        {!none && <RecentCard partners={recent} changed={lines.find(({ key }) => key === "changed")} />}
        <EmptyAreasCard empty={emptyAreas} />
      </div>
    </Columns>
  );
}
