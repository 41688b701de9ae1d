import "server-only";
import { RecordHistory } from "@/components/people/audit-events/record-history";
import { calendarCrumbs } from "@/components/places/calendars/calendar-crumbs";
import { CalendarHead } from "@/components/places/calendars/calendar-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { listHistory } from "@/lib/people/audit-events/queries";
import { requireActor } from "@/lib/permissions/actor";
import { calendarPath } from "@/lib/places/calendars/constants";
import { getCalendar } from "@/lib/places/calendars/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ calendarId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What happened to one calendar, newest first. */
export default definePage(async function CalendarHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { before } = await searchParams;
  const found = await getCalendar(actor, decodeSegment((await params).calendarId));
  if (found === null) return <MissingPage />;
  const { calendar, remit } = found;
  const about = { type: "calendar", id: calendar.id, externalId: calendar.externalId } as const;
  const { page, refusal } = await listHistory(actor, about, typeof before === "string" ? before : null);
  if (page === null) {
    const refused = `see the history of ${calendar.name}`;
    return <NoAccessPage crumbs={calendarCrumbs(calendar)} refused={refused} reasons={refusal} />;
  }
  return (
    <PageBody crumbs={calendarCrumbs()}>
      <CalendarHead calendar={calendar} acts={remit.acts} tab="/history" />
      <RecordHistory page={page} path={calendarPath(calendar)} />
    </PageBody>
  );
});
