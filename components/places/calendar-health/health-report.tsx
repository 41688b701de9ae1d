import { CalendarCheck, CalendarPlus } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/patterns/empty-state";
import { Card } from "@/components/ui/card";
import type { CalendarHealthReport, NoticeCount } from "@/lib/places/calendar-health/queries";
import { noticeInWords } from "@/lib/places/calendar-imports/schemas";
import { GlanceCard } from "../dashboards/glance-card";
import { HealthGroup } from "./health-group";
import { healthWords } from "./health-words";

/** How the calendars within one's remit fare: how many are in each state, then each of these, those that fail first. */
export function HealthReport({ report: { total, groups, notices } }: { report: CalendarHealthReport }) {
  if (total === 0) {
    return (
      <Frame>
        <EmptyState title="No calendars within your remit" icon={<CalendarPlus aria-hidden />}>
          <p>The calendars of the partners you look after would be watched here.</p>
        </EmptyState>
      </Frame>
    );
  }
  const glances = groups.map(({ health, count, href }) => ({ label: healthWords[health].label, count, href }));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid gap-6">
        {groups.every(({ count }) => count === 0) && (
          <Frame>
            <EmptyState title="Every calendar is well" icon={<CalendarCheck aria-hidden />}>
              <p>All sources could be read lately, and nothing in them was unusual.</p>
            </EmptyState>
          </Frame>
        )}
        {groups.map((group) => (
          <HealthGroup key={group.health} group={group} />
        ))}
      </div>
      <div className="grid gap-6 max-lg:order-first">
        <GlanceCard glances={glances} />
        {notices.length > 0 && <NoticeKinds notices={notices} />}
      </div>
    </div>
  );
}

function NoticeKinds({ notices }: { notices: readonly NoticeCount[] }) {
  return (
    <Card id="notices" title="Notices by kind">
      <ul className="grid gap-2.5">
        {notices.map(({ code, events, calendars }) => (
          <li key={code}>
            {noticeInWords({ code, count: events, example: "" })}
            <span className="block text-sm text-ink-muted">
              {calendars === 1 ? "In 1 calendar" : `In ${calendars.toLocaleString("en-GB")} calendars`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return <div className="rounded-lg border border-line bg-surface shadow-card">{children}</div>;
}
