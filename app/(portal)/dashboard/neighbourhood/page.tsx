import "server-only";
import { NoAccess } from "@/components/patterns/refusal";
import { RemitList } from "@/components/people/remit/remit-list";
import { DashboardFrame } from "@/components/places/dashboards/dashboard-frame";
import { NeighbourhoodView } from "@/components/places/dashboards/neighbourhood-view";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { grantsBehind, listDashboardTabs, listQuickActs } from "@/lib/places/dashboards/queries";
import { getNeighbourhoodDashboard } from "@/lib/places/neighbourhood-dashboard/queries";
import { readOpened } from "@/lib/places/neighbourhood-tree/schemas";
import type { SearchParams } from "@/lib/platform/lists/schemas";
import { requestPath } from "@/lib/platform/request";

/** What needs a neighbourhood admin today, and how their area fares. The address holds which places are open in its tree. */
export default definePage(async function NeighbourhoodDashboardPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const actor = await requireActor();
  const opened = readOpened(await searchParams) ?? [];
  const { decision, dashboard } = await getNeighbourhoodDashboard(actor, opened);
  if (dashboard === null) {
    return (
      <PageBody>
        <NoAccess refused="open the dashboard of neighbourhood admins" reasons={decision.reasons} />
      </PageBody>
    );
  }
  const quickActs = listQuickActs(actor);
  const [path = ""] = (await requestPath()).split("?");
  return (
    <PageBody>
      <DashboardFrame
        open="neighbourhood"
        tabs={await listDashboardTabs(actor, "neighbourhood")}
        quickActs={quickActs}
        remit={<RemitList grants={grantsBehind(actor, "neighbourhood")} />}
      >
        <NeighbourhoodView
          dashboard={dashboard}
          mayCreate={quickActs.includes("create-partner")}
          unfolding={{ path, opened, topsOpen: true }}
        />
      </DashboardFrame>
    </PageBody>
  );
});
