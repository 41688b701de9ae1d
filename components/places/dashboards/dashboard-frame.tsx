import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/patterns/page-title";
import { ButtonLink } from "@/components/ui/button";
import { TabLinks } from "@/components/ui/tabs";
import { dashboardPath, type PlacesDashboard, type QuickAct } from "@/lib/places/dashboards/constants";
import { newNeighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { NEW_PARTNER_PATH } from "@/lib/places/partners/constants";
import { ForeignDashboard } from "./foreign-dashboard";

const tabNames: Readonly<Record<PlacesDashboard, string>> = {
  root: "Root",
  neighbourhood: "Neighbourhoods",
  partnership: "Partnerships",
  partner: "Your partners",
};

const acts: Readonly<Record<QuickAct, { href: string; label: string }>> = {
  "create-partner": { href: NEW_PARTNER_PATH, label: "New partner" },
  "create-neighbourhood": { href: newNeighbourhoodPath(null), label: "New neighbourhood" },
};

/**
 * What all dashboards share: who one is here, what can be begun, and the tabs of whoever has several roles.
 * @param remit the roles that the dashboard is about, in plain words.
 * @param tabs in their order; one alone is no choice and not shown.
 */
export function DashboardFrame({
  open,
  tabs,
  quickActs,
  remit,
  children,
}: {
  open: PlacesDashboard;
  tabs: readonly PlacesDashboard[];
  quickActs: readonly QuickAct[];
  remit: ReactNode;
  children: ReactNode;
}) {
  // Root may open every dashboard, but the others are about what one looks after oneself.
  const own = tabs.includes(open);
  return (
    <>
      <PageTitle
        title="Dashboard"
        actions={quickActs.map((act, index) => (
          <ButtonLink key={act} href={acts[act].href} tone={index === 0 ? "primary" : "secondary"}>
            <Plus aria-hidden className="size-4" />
            {acts[act].label}
          </ButtonLink>
        ))}
      >
        {own && remit}
      </PageTitle>
      {tabs.length > 1 && (
        <div className="mb-6">
          <TabLinks
            label="Dashboards of your roles"
            tabs={tabs.map((tab) => ({ href: dashboardPath(tab), label: tabNames[tab] }))}
            current={dashboardPath(open)}
          />
        </div>
      )}
      {own ? <div className="grid gap-6">{children}</div> : <ForeignDashboard />}
    </>
  );
}

/** What matters most beside what goes with it; under one another where there is no room. */
export function Columns({ children }: { children: ReactNode }) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] [&>*]:min-w-0 [&>div]:grid [&>div]:content-start [&>div]:gap-6">
      {children}
    </div>
  );
}
