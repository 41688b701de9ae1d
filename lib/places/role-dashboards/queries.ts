import "server-only";
import type { Actor } from "@/lib/permissions/load-actor";
import type { PlacesDashboard } from "@/lib/places/dashboards/constants";
import type { DashboardReading } from "@/lib/places/dashboards/queries";
import { getNeighbourhoodDashboard, type NeighbourhoodDashboard } from "@/lib/places/neighbourhood-dashboard/queries";
import { getPartnerDashboard, type PartnerDashboard } from "@/lib/places/partner-dashboard/queries";
import { getPartnershipDashboard, type PartnershipDashboard } from "@/lib/places/partnership-dashboard/queries";
import { getRootDashboard, type RootDashboard } from "@/lib/places/root-dashboard/queries";

/** What the dashboard of a role shows, told apart by the dashboard's name. */
export type RoleDashboard =
  | Readonly<{ name: "root"; shown: RootDashboard }>
  | Readonly<{ name: "neighbourhood"; shown: NeighbourhoodDashboard }>
  | Readonly<{ name: "partnership"; shown: PartnershipDashboard }>
  | Readonly<{ name: "partner"; shown: PartnerDashboard }>;

/**
 * The dashboard of this name for those who may open it, with the decision.
 * @param opened codes of the places that are open in its trees; dashboards without a tree pass over them.
 */
export function getRoleDashboard(
  actor: Actor,
  name: PlacesDashboard,
  opened: readonly string[],
): Promise<DashboardReading<RoleDashboard>> {
  switch (name) {
    case "root":
      return named(name, getRootDashboard(actor));
    case "neighbourhood":
      return named(name, getNeighbourhoodDashboard(actor, opened));
    case "partnership":
      return named(name, getPartnershipDashboard(actor, opened));
    case "partner":
      return named(name, getPartnerDashboard(actor));
  }
}

async function named<Name extends PlacesDashboard, Shown>(name: Name, reading: Promise<DashboardReading<Shown>>) {
  const { decision, dashboard } = await reading;
  return { decision, dashboard: dashboard && { name, shown: dashboard } };
}
