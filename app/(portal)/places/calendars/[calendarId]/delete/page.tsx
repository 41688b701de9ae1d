import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { calendarCrumbs } from "@/components/places/calendars/calendar-crumbs";
import { DeleteForm } from "@/components/places/calendars/delete-form";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getCalendarDeletion } from "@/lib/places/calendar-form/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ calendarId: string }> };

/** Deleting a calendar: what goes with it, before it goes. */
export default definePage(async function DeleteCalendarPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getCalendarDeletion(actor, decodeSegment((await params).calendarId));
  if (found === null) return <MissingPage />;
  const { decision, deletion } = found;
  if (deletion === null)
    return <NoAccessPage crumbs={calendarCrumbs()} refused="delete this calendar" reasons={decision.reasons} />;
  return (
    <PageBody crumbs={calendarCrumbs(deletion.calendar)}>
      <OneForm title={`Delete ${deletion.calendar.name}?`}>
        <DeleteForm deletion={deletion} />
      </OneForm>
    </PageBody>
  );
});
