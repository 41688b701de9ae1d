import "server-only";
import { Plus } from "lucide-react";
import { countInWords } from "@/components/patterns/count-in-words";
import { PageTitle } from "@/components/patterns/page-title";
import { PartnerAdminNotice } from "@/components/people/partner-admins/partner-admin-notice";
import { filterCount } from "@/components/places/partner-list/filter-chips";
import { PartnerFilters } from "@/components/places/partner-list/partner-filters";
import { PartnerTable } from "@/components/places/partner-list/partner-table";
import { PartnerNotice } from "@/components/places/partners/partner-notice";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/permissions/actor";
import { listCondition } from "@/lib/permissions/scope";
import { listFilterTags } from "@/lib/places/partner-filters/queries";
import { listPartners } from "@/lib/places/partner-list/queries";
import { readPartnerListQuery } from "@/lib/places/partner-list/schemas";
import { NEW_PARTNER_PATH, PARTNERS_PATH } from "@/lib/places/partners/constants";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The partners within one's remit: searched, filtered, sorted and paged by the address. */
export default definePage(async function PartnersPage({ searchParams }: Props) {
  const actor = await requireActor();
  const parameters = await searchParams;
  const query = readPartnerListQuery(parameters);
  const [page, tags] = await Promise.all([listPartners(actor, query), listFilterTags(actor)]);
  const mayCreate = listCondition(actor, "partner", "create").rows !== "none";
  return (
    <PageBody wide>
      <PageTitle
        title="Partners"
        actions={
          mayCreate && (
            <ButtonLink href={NEW_PARTNER_PATH} tone="primary">
              <Plus aria-hidden className="size-4" />
              New partner
            </ButtonLink>
          )
        }
      >
        <p role="status" className="text-ink-muted tabular-nums">
          {countInWords(page, { one: "partner", many: "partners" }, filterCount(query) > 0)}
        </p>
      </PageTitle>
      <PartnerNotice code={parameters.notice} />
      <PartnerAdminNotice code={parameters.notice} admins={null} />
      <div className="group/list grid gap-3">
        {page.inRemit > 0 && <PartnerFilters path={PARTNERS_PATH} query={query} applied={page.filters} tags={tags} />}
        <PartnerTable path={PARTNERS_PATH} query={query} page={page} newHref={mayCreate ? NEW_PARTNER_PATH : null} />
      </div>
    </PageBody>
  );
});
