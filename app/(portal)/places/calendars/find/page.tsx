import "server-only";
import { Banner } from "@/components/patterns/banner";
import { PageTitle } from "@/components/patterns/page-title";
import { PartnerFind } from "@/components/places/calendar-form/partner-find";
import { calendarCrumbs } from "@/components/places/calendars/calendar-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/permissions/actor";
import { CALENDARS_PATH } from "@/lib/places/calendars/constants";
import { PARTNER_SEARCH_LIMIT } from "@/lib/places/partner-choices/constants";
import { searchChoices } from "@/lib/places/partner-choices/queries";
import { readPartnerFind } from "@/lib/places/partner-choices/schemas";
import { searchWaitSentence, useLimits } from "@/lib/platform/rate-limit";
import { HOME, safeReturnTo } from "@/lib/platform/sign-in/return-to";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * Where a partner is looked for without scripts, for a form or a filter of calendars: each result leads back there with the
 * partner chosen. Its searches count against the same bound as those of the box that suggests.
 */
export default definePage(async function FindPartnerPage({ searchParams }: Props) {
  const actor = await requireActor();
  const asked = readPartnerFind(await searchParams);
  const own = safeReturnTo(asked.to);
  const find = { ...asked, to: own === HOME ? CALENDARS_PATH : own };
  const wait = await useLimits([{ limit: PARTNER_SEARCH_LIMIT, key: actor.userId }]);
  const partners = wait === null ? await searchChoices(actor, find) : [];
  return (
    <PageBody crumbs={calendarCrumbs()}>
      <PageTitle title="Find a partner">
        <p>
          <TextLink href={find.to}>Go back without choosing</TextLink>
        </p>
      </PageTitle>
      {wait !== null && <Banner tone="warning" title={searchWaitSentence(wait)} />}
      <PartnerFind find={find} partners={partners} />
    </PageBody>
  );
});
