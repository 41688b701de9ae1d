import "server-only";
import { NoAccess } from "@/components/patterns/refusal";
import { RemitList } from "@/components/people/remit/remit-list";
import { DashboardFrame } from "@/components/places/dashboards/dashboard-frame";
import { PartnerView } from "@/components/places/dashboards/partner-view";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { grantsBehind, listDashboardTabs, listQuickActs } from "@/lib/places/dashboards/queries";
import { getPartnerDashboard } from "@/lib/places/partner-dashboard/queries";

/** What needs a partner admin today, partner by partner. */
export default definePage(async function PartnerDashboardPage() {
  const actor = await requireActor();
  const { decision, dashboard } = await getPartnerDashboard(actor);
  if (dashboard === null) {
    return (
      <PageBody>
        <NoAccess refused="open the dashboard of partner admins" reasons={decision.reasons} />
      </PageBody>
    );
  }
  return (
    <PageBody>
      <DashboardFrame
        open="partner"
        tabs={await listDashboardTabs(actor, "partner")}
        quickActs={listQuickActs(actor)}
        remit={<RemitList grants={grantsBehind(actor, "partner")} />}
      >
        <PartnerView dashboard={dashboard} />
      </DashboardFrame>
    </PageBody>
  );
});
