import type { RoleDashboard } from "@/lib/places/role-dashboards/queries";
import type { Unfolding } from "./area-card";
import { NeighbourhoodView } from "./neighbourhood-view";
import { PartnerView } from "./partner-view";
import { PartnershipView } from "./partnership-view";
import { RootView, type WaysOut } from "./root-view";

type Props = {
  dashboard: RoleDashboard;
  mayCreate: boolean;
  unfolding: Omit<Unfolding, "topsOpen">;
  waysOut: WaysOut;
};

/** What the dashboard of a role shows, below the frame that all of them share. */
export function DashboardView({ dashboard, mayCreate, unfolding, waysOut }: Props) {
  switch (dashboard.name) {
    case "root":
      return <RootView dashboard={dashboard.shown} {...waysOut} />;
    case "neighbourhood":
      return (
        <NeighbourhoodView
          dashboard={dashboard.shown}
          mayCreate={mayCreate}
          unfolding={{ ...unfolding, topsOpen: true }}
        />
      );
    case "partnership":
      return <PartnershipView dashboard={dashboard.shown} unfolding={unfolding} />;
    case "partner":
      return <PartnerView dashboard={dashboard.shown} />;
  }
}
