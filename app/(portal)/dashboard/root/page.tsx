import "server-only";
import { NoAccess } from "@/components/patterns/refusal";
import { actionInWords } from "@/components/people/audit-events/action-in-words";
import { RemitList } from "@/components/people/remit/remit-list";
import { DashboardFrame } from "@/components/places/dashboards/dashboard-frame";
import { RootView } from "@/components/places/dashboards/root-view";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { userPath } from "@/lib/people/users/constants";
import { requireActor } from "@/lib/permissions/actor";
import { grantsBehind, listDashboardTabs, listQuickActs } from "@/lib/places/dashboards/queries";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { partnerPath } from "@/lib/places/partners/constants";
import { getRootDashboard } from "@/lib/places/root-dashboard/queries";

/** What needs root today, and how the whole portal fares. */
export default definePage(async function RootDashboardPage() {
  const actor = await requireActor();
  const { decision, dashboard } = await getRootDashboard(actor);
  if (dashboard === null) {
    return (
      <PageBody>
        <NoAccess refused="open root’s dashboard" reasons={decision.reasons} />
      </PageBody>
    );
  }
  const events = dashboard.events.map((event) => ({
    ...event,
    what: actionInWords(event.action),
    href: recordPaths[event.resourceType]?.(event.resourceId) ?? null,
  }));
  return (
    <PageBody>
      <DashboardFrame
        open="root"
        tabs={await listDashboardTabs(actor, "root")}
        quickActs={listQuickActs(actor)}
        remit={<RemitList grants={grantsBehind(actor, "root")} />}
      >
        <RootView dashboard={dashboard} events={events} trail="/audit" personPath={userPath} />
      </DashboardFrame>
    </PageBody>
  );
});

/** Where the records are that the trail speaks of, by their ids. */
const recordPaths: Readonly<Record<string, (id: string) => string>> = {
  partner: (id) => partnerPath({ id, externalId: null }),
  user: (userId) => userPath({ userId, email: "" }),
  neighbourhood: (id) => neighbourhoodPath({ id, code: id }),
};
