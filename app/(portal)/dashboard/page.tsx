import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { RemitList } from "@/components/people/remit/remit-list";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { TextLink } from "@/components/ui/text-link";
import { MY_ACCESS_PATH } from "@/lib/people/users/constants";
import { requireActor } from "@/lib/permissions/actor";
import { listDashboardTabs } from "@/lib/places/dashboards/queries";
import type { SearchParams } from "@/lib/platform/lists/schemas";
import RoleDashboardPage from "./[role]/page";

/** Home: the dashboard of one's role, of several roles the one that was open last; without any, what that means and whom to ask. */
export default definePage(async function DashboardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const [first] = await listDashboardTabs(actor, null);
  if (first !== undefined) return RoleDashboardPage({ params: Promise.resolve({ role: first }), searchParams });
  return (
    <PageBody>
      <PageTitle title="Dashboard">
        <RemitList grants={actor.grants} />
        <p>
          <TextLink href={MY_ACCESS_PATH}>What you have access to</TextLink>
        </p>
      </PageTitle>
    </PageBody>
  );
});
