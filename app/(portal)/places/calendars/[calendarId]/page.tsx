import "server-only";
import { Instant } from "@/components/patterns/instant";
import { calendarCrumbs } from "@/components/places/calendars/calendar-crumbs";
import { CalendarFacts } from "@/components/places/calendars/calendar-facts";
import { CalendarHead } from "@/components/places/calendars/calendar-head";
import { CalendarNotice } from "@/components/places/calendars/calendar-notice";
import { CalendarWhy } from "@/components/places/calendars/calendar-why";
import { ComingEvents } from "@/components/places/calendars/coming-events";
import { ImportCard } from "@/components/places/calendars/import-card";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getCalendar, listComingEvents } from "@/lib/places/calendars/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ calendarId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One calendar, by UUID or external id: how its import stands, what it is, what comes, and why one may see it. */
export default definePage(async function CalendarPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getCalendar(actor, decodeSegment((await params).calendarId));
  if (found === null) return <MissingPage />;
  const { why, notice } = await searchParams;
  const { calendar, remit } = found;
  const mayEdit = remit.acts.some(({ act, allowed }) => act === "update" && allowed);
  return (
    <PageBody crumbs={calendarCrumbs()}>
      <CalendarNotice code={notice} on="record" />
      <CalendarHead calendar={calendar} acts={remit.acts} tab="" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <ImportCard calendar={calendar} mayEdit={mayEdit} />
          <ComingEvents calendar={calendar} coming={await listComingEvents(actor, calendar.id)} />
        </div>
        <div className="grid gap-4">
          <CalendarFacts calendar={calendar} />
          <CalendarWhy remit={remit} open={why === "1"} />
        </div>
      </div>
      <p className="mt-4 text-sm text-ink-muted">
        Last changed <Instant at={new Date(calendar.updatedAt)} />
      </p>
    </PageBody>
  );
});
