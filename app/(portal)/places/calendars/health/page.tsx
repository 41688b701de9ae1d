import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { HealthReport } from "@/components/places/calendar-health/health-report";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { getCalendarHealth } from "@/lib/places/calendar-health/queries";
import { CALENDARS_PATH } from "@/lib/places/calendars/constants";

/** How the importing of the calendars within one's remit fares, and what there is to do about it. */
export default definePage(async function CalendarHealthPage() {
  const actor = await requireActor();
  const report = await getCalendarHealth(actor);
  return (
    <PageBody wide crumbs={[{ label: "Calendars", href: CALENDARS_PATH }]}>
      <PageTitle title="Calendar health">
        <p role="status" className="text-ink-muted tabular-nums">
          {report.total === 1 ? "1 calendar" : `${report.total.toLocaleString("en-GB")} calendars`} in your remit
        </p>
      </PageTitle>
      <HealthReport report={report} />
    </PageBody>
  );
});
