import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { NewCalendarForm } from "@/components/places/calendar-form/new-calendar-form";
import { NoOrganiser } from "@/components/places/calendar-form/no-organiser";
import { calendarCrumbs } from "@/components/places/calendars/calendar-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getNewCalendarForm } from "@/lib/places/calendar-form/queries";
import { readFoundKeys } from "@/lib/places/calendar-form/schemas";
import { CALENDARS_PATH } from "@/lib/places/calendars/constants";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Adding a calendar, to the partner that the address names: its page does, and whoever found it without scripts. */
export default definePage(async function NewCalendarPage({ searchParams }: Props) {
  const actor = await requireActor();
  const found = await getNewCalendarForm(actor, readFoundKeys(await searchParams));
  if (found === null) return <MissingPage />;
  const { form, reasons } = found;
  if (form === null) return <NoAccessPage crumbs={calendarCrumbs()} refused="add calendars" reasons={reasons} />;
  return (
    <PageBody crumbs={calendarCrumbs()}>
      <OneForm title="New calendar">
        {form.organisers?.length === 0 ? <NoOrganiser /> : <NewCalendarForm form={form} cancelHref={CALENDARS_PATH} />}
      </OneForm>
    </PageBody>
  );
});
