import "server-only";
import { CalendarPlus } from "lucide-react";
import { CalendarTable } from "@/components/places/calendar-list/calendar-table";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { PartnerHead } from "@/components/places/partners/partner-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/permissions/actor";
import { capabilities } from "@/lib/permissions/scope";
import { listCalendars } from "@/lib/places/calendar-list/queries";
import { readCalendarListQuery } from "@/lib/places/calendar-list/schemas";
import { newCalendarPath } from "@/lib/places/calendars/constants";
import { getPartnerWithActs } from "@/lib/places/partner-acts/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ partnerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The calendars that one partner organises. */
export default definePage(async function PartnerCalendarsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getPartnerWithActs(actor, decodeSegment((await params).partnerId));
  if (found === null) return <MissingPage />;
  const { partner, acts, facts } = found;
  // Nothing else is asked of a list that is one partner's alone.
  const { sort, page: at } = await searchParams;
  const query = readCalendarListQuery({ sort, page: at });
  const page = await listCalendars(actor, { ...query, partner: partner.id });
  const mayAdd = capabilities(actor, "calendar", ["create"], { organiser: facts, place: null }).create;
  const newHref = mayAdd ? newCalendarPath(partner.externalId ?? partner.id) : null;
  return (
    <PageBody crumbs={partnerCrumbs()}>
      <PartnerHead partner={partner} acts={acts} tab="/calendars" />
      <div className="grid gap-3">
        {newHref !== null && page.total > 0 && (
          <div>
            <ButtonLink href={newHref}>
              <CalendarPlus aria-hidden className="size-4" />
              Add a calendar
            </ButtonLink>
          </div>
        )}
        <CalendarTable
          path={`${partnerPath(partner)}/calendars`}
          query={query}
          page={page}
          newHref={newHref}
          of={partner}
        />
      </div>
    </PageBody>
  );
});
