import "server-only";
import { Plus } from "lucide-react";
import { countInWords } from "@/components/patterns/count-in-words";
import { PageTitle } from "@/components/patterns/page-title";
import { SiteFilters } from "@/components/places/site-list/site-filters";
import { SiteTable } from "@/components/places/site-list/site-table";
import { SiteNotice } from "@/components/places/sites/site-notice";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/permissions/actor";
import { listCondition } from "@/lib/permissions/scope";
import { listSites } from "@/lib/places/site-list/queries";
import { readSiteListQuery, siteFilterCount } from "@/lib/places/site-list/schemas";
import { NEW_SITE_PATH, SITES_PATH } from "@/lib/places/sites/constants";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The sites within one's remit: all of them for root, their own for site admins. */
export default definePage(async function SitesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const parameters = await searchParams;
  const query = readSiteListQuery(parameters);
  const page = await listSites(actor, query);
  const mayCreate = listCondition(actor, "site", "create").rows !== "none";
  return (
    <PageBody>
      <PageTitle
        title="Sites"
        actions={
          mayCreate && (
            <ButtonLink href={NEW_SITE_PATH} tone="primary">
              <Plus aria-hidden className="size-4" />
              New site
            </ButtonLink>
          )
        }
      >
        <p role="status" className="text-ink-muted tabular-nums">
          {countInWords(page, { one: "site", many: "sites" }, siteFilterCount(query) > 0)}
        </p>
      </PageTitle>
      <SiteNotice code={parameters.notice} site={null} />
      <div className="group/list grid gap-3">
        {page.inRemit > 0 && <SiteFilters path={SITES_PATH} query={query} />}
        <SiteTable path={SITES_PATH} query={query} page={page} newHref={mayCreate ? NEW_SITE_PATH : null} />
      </div>
    </PageBody>
  );
});
