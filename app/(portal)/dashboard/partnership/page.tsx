import "server-only";
import { NoAccess } from "@/components/patterns/refusal";
import { RemitList } from "@/components/people/remit/remit-list";
import { DashboardFrame } from "@/components/places/dashboards/dashboard-frame";
import { PartnershipView } from "@/components/places/dashboards/partnership-view";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { grantsBehind, listDashboardTabs, listQuickActs } from "@/lib/places/dashboards/queries";
import { readOpened } from "@/lib/places/neighbourhood-tree/schemas";
import { getPartnershipDashboard } from "@/lib/places/partnership-dashboard/queries";
import type { SearchParams } from "@/lib/platform/lists/schemas";
import { requestPath } from "@/lib/platform/request";

/** What needs a partnership admin today, partnership by partnership. The address holds which places are open in their trees. */
export default definePage(async function PartnershipDashboardPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const actor = await requireActor();
  const opened = readOpened(await searchParams) ?? [];
  const { decision, dashboard } = await getPartnershipDashboard(actor, opened);
  if (dashboard === null) {
    return (
      <PageBody>
        <NoAccess refused="open the dashboard of partnership admins" reasons={decision.reasons} />
      </PageBody>
    );
  }
  const [path = ""] = (await requestPath()).split("?");
  return (
    <PageBody>
      <DashboardFrame
        open="partnership"
        tabs={await listDashboardTabs(actor, "partnership")}
        quickActs={listQuickActs(actor)}
        remit={<RemitList grants={grantsBehind(actor, "partnership")} />}
      >
        <PartnershipView dashboard={dashboard} unfolding={{ path, opened }} />
      </DashboardFrame>
    </PageBody>
  );
});
