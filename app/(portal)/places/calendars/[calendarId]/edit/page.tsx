import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { EditCalendarForm } from "@/components/places/calendar-form/edit-calendar-form";
import { calendarCrumbs } from "@/components/places/calendars/calendar-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getCalendarForEdit } from "@/lib/places/calendar-form/queries";
import { readFoundKeys } from "@/lib/places/calendar-form/schemas";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ calendarId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Changing a calendar. Partners that were found without scripts come back in the address. */
export default definePage(async function EditCalendarPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const keys = readFoundKeys(await searchParams);
  const found = await getCalendarForEdit(actor, decodeSegment((await params).calendarId), keys);
  if (found === null) return <MissingPage />;
  const { form, decision } = found;
  if (form === null)
    return <NoAccessPage crumbs={calendarCrumbs()} refused="edit this calendar" reasons={decision.reasons} />;
  return (
    <PageBody crumbs={calendarCrumbs(form.calendar)}>
      <OneForm title={`Edit ${form.calendar.name}`}>
        <EditCalendarForm form={form} />
      </OneForm>
    </PageBody>
  );
});
