import "server-only";
import { RecordHistory } from "@/components/people/audit-events/record-history";
import { siteCrumbs } from "@/components/places/sites/site-crumbs";
import { SiteHead } from "@/components/places/sites/site-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { listHistory } from "@/lib/people/audit-events/queries";
import { requireActor } from "@/lib/permissions/actor";
import { sitePath } from "@/lib/places/sites/constants";
import { getSiteHead } from "@/lib/places/sites/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ siteId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What happened to one site, newest first. */
export default definePage(async function SiteHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { before } = await searchParams;
  const found = await getSiteHead(actor, decodeSegment((await params).siteId));
  if (found === null) return <MissingPage />;
  const { site, remit } = found;
  const about = { type: "site", id: site.id, externalId: site.externalId } as const;
  const { page, refusal } = await listHistory(actor, about, typeof before === "string" ? before : null);
  if (page === null) {
    return <NoAccessPage crumbs={siteCrumbs(site)} refused={`see the history of ${site.name}`} reasons={refusal} />;
  }
  return (
    <PageBody crumbs={siteCrumbs()}>
      <SiteHead site={site} acts={remit.acts} tab="/history" />
      <RecordHistory page={page} path={sitePath(site)} />
    </PageBody>
  );
});
