import "server-only";
import { CalendarPlus } from "lucide-react";
import { countInWords } from "@/components/patterns/count-in-words";
import { PageTitle } from "@/components/patterns/page-title";
import { CalendarFilters, calendarFilterCount } from "@/components/places/calendar-list/calendar-filters";
import { CalendarTable } from "@/components/places/calendar-list/calendar-table";
import { CalendarNotice } from "@/components/places/calendars/calendar-notice";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/permissions/actor";
import { listCondition } from "@/lib/permissions/scope";
import { CALENDAR_HEALTH_PATH } from "@/lib/places/calendar-health/constants";
import { listCalendars } from "@/lib/places/calendar-list/queries";
import { readCalendarListQuery } from "@/lib/places/calendar-list/schemas";
import { CALENDARS_PATH, NEW_CALENDAR_PATH } from "@/lib/places/calendars/constants";
import { listFilterPartners } from "@/lib/places/partner-choices/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The calendars within one's remit: searched, filtered, sorted and paged by the address. */
export default definePage(async function CalendarsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const parameters = await searchParams;
  const query = readCalendarListQuery(parameters);
  const [page, organisers] = await Promise.all([listCalendars(actor, query), listFilterPartners(actor)]);
  const newHref = listCondition(actor, "calendar", "create").rows === "none" ? null : NEW_CALENDAR_PATH;
  return (
    <PageBody wide>
      <PageTitle
        title="Calendars"
        actions={
          <>
            {newHref !== null && (
              <ButtonLink href={newHref} tone="primary">
                <CalendarPlus aria-hidden className="size-4" />
                Add a calendar
              </ButtonLink>
            )}
            {page.inRemit > 0 && <ButtonLink href={CALENDAR_HEALTH_PATH}>Calendar health</ButtonLink>}
          </>
        }
      >
        <p role="status" className="text-ink-muted tabular-nums">
          {countInWords(page, { one: "calendar", many: "calendars" }, calendarFilterCount(query) > 0)}
        </p>
      </PageTitle>
      <CalendarNotice code={parameters.notice} on="list" />
      <div className="group/list grid gap-3">
        {page.inRemit > 0 && (
          <CalendarFilters path={CALENDARS_PATH} query={query} applied={page.filters} organisers={organisers} />
        )}
        <CalendarTable path={CALENDARS_PATH} query={query} page={page} newHref={newHref} />
      </div>
    </PageBody>
  );
});
