import "server-only";
import { actionInWords } from "@/components/people/audit-events/action-in-words";
import { RemitList } from "@/components/people/remit/remit-list";
import { DashboardFrame } from "@/components/places/dashboards/dashboard-frame";
import { DashboardView } from "@/components/places/dashboards/dashboard-view";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { userPath } from "@/lib/people/users/constants";
import { requireActor } from "@/lib/permissions/actor";
import { DASHBOARD_NAMES, dashboardAt } from "@/lib/places/dashboards/constants";
import { grantsBehind, listDashboardTabs, listQuickActs } from "@/lib/places/dashboards/queries";
import { readOpened } from "@/lib/places/neighbourhood-tree/schemas";
import { recordPath } from "@/lib/places/record-paths/constants";
import { getRoleDashboard } from "@/lib/places/role-dashboards/queries";
import type { SearchParams } from "@/lib/platform/lists/schemas";
import { requestPath } from "@/lib/platform/request";

type Props = { params: Promise<{ role: string }>; searchParams: Promise<SearchParams> };

const waysOut = { trail: "/audit", inWords: actionInWords, recordPath, personPath: userPath };

/** What needs the holder of a role today, and how what it covers fares. The address holds which places are open in a tree. */
export default definePage(async function RoleDashboardPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const name = dashboardAt(`/dashboard/${(await params).role}`);
  if (name === undefined) return <MissingPage />;
  const opened = readOpened(await searchParams) ?? [];
  const { decision, dashboard } = await getRoleDashboard(actor, name, opened);
  if (dashboard === null) return <NoAccessPage refused={`open ${DASHBOARD_NAMES[name]}`} reasons={decision.reasons} />;
  const [path = ""] = (await requestPath()).split("?");
  const acts = listQuickActs(actor);
  const remit = <RemitList grants={grantsBehind(actor, name)} />;
  return (
    <PageBody>
      <DashboardFrame open={name} tabs={await listDashboardTabs(actor, name)} quickActs={acts} remit={remit}>
        <DashboardView
          dashboard={dashboard}
          mayCreate={acts.includes("create-partner")}
          unfolding={{ path, opened }}
          waysOut={waysOut}
        />
      </DashboardFrame>
    </PageBody>
  );
});
