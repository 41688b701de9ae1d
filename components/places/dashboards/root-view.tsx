import type { RootDashboard } from "@/lib/places/root-dashboard/queries";
import { Columns } from "./dashboard-frame";
import { GlanceCard, glancesOf } from "./glance-card";
import { LatestEvents } from "./latest-events";
import { NoPartners } from "./no-partners";
import { RootHealth } from "./root-health";
import { RootTrend } from "./root-trend";
import { IncompleteCard, UndeliveredCard } from "./root-waiting";
import { WaitingCard, type WaitingLine, waitingOf } from "./waiting-card";

/** What lies in other wings, which this one does not know: the trail, how its acts read, and where records and people are. */
export type WaysOut = {
  trail: string;
  inWords: (action: string) => string;
  recordPath: (record: { resourceType: string; resourceId: string }) => string | null;
  personPath: (person: { userId: string; email: string }) => string;
};

type Props = WaysOut & { dashboard: RootDashboard };

/** Root's dashboard: what waits, then how the wing and the machine fare, then what was done last. */
export function RootView({ dashboard, trail, inWords, recordPath, personPath }: Props) {
  const { lines, people, neighbourhoods, trend, undelivered, incomplete, health, events } = dashboard;
  const partners = lines.find(({ key }) => key === "partners")?.count ?? 0;
  const glances = [
    ...glancesOf(lines),
    { label: "People", one: "Person", ...people },
    { label: "Neighbourhoods", one: "Neighbourhood", ...neighbourhoods },
  ];
  return (
    <>
      <Columns>
        <div>
          <WaitingCard lines={waitingForRoot(dashboard)} />
          {partners === 0 && <NoPartners mayCreate>Every partner of the portal would be counted here.</NoPartners>}
          <RootTrend trend={trend} />
        </div>
        <div>
          <GlanceCard glances={glances} />
          <UndeliveredCard undelivered={undelivered} />
          <IncompleteCard incomplete={incomplete} personPath={personPath} />
          <RootHealth health={health} />
        </div>
      </Columns>
      <LatestEvents
        events={events.map((event) => ({ ...event, what: inWords(event.action), href: recordPath(event) }))}
        trail={trail}
      />
    </>
  );
}

/** Jobs have no list of their own: their line leads to what this page says of them. */
function waitingForRoot({ lines, undelivered, incomplete, health }: RootDashboard): WaitingLine[] {
  return [
    { key: "failed-jobs", count: health.failed, href: "#health" },
    { key: "undelivered", count: undelivered.count, href: undelivered.href },
    { key: "incomplete", count: incomplete.count, href: incomplete.href },
    ...waitingOf(lines.toSorted((a, b) => rank(a.key) - rank(b.key))),
  ];
}

/** A fault of the data comes before what is merely not there yet. */
function rank(key: string): number {
  return key === "without-place" ? 0 : 1;
}
