import "server-only";
import { SiteAdminNotice } from "@/components/people/site-admins/site-admin-notice";
import { SiteAdminsSection } from "@/components/people/site-admins/site-admins-section";
import { siteCrumbs } from "@/components/places/sites/site-crumbs";
import { SiteHead } from "@/components/places/sites/site-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { listSiteAdmins } from "@/lib/people/site-admins/queries";
import { requireActor } from "@/lib/permissions/actor";
import { getSiteHead } from "@/lib/places/sites/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ siteId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who looks after one site. Root chooses them here. */
export default definePage(async function SitePeoplePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { notice } = await searchParams;
  const head = await getSiteHead(actor, decodeSegment((await params).siteId));
  const found = head && (await listSiteAdmins(actor, head.site.id));
  if (head === null || found === null) return <MissingPage />;
  const { site, remit } = head;
  if (found.refusal !== null) {
    return (
      <NoAccessPage crumbs={siteCrumbs(site)} refused={`see who looks after ${site.name}`} reasons={found.refusal} />
    );
  }
  return (
    <PageBody crumbs={siteCrumbs()}>
      <SiteAdminNotice code={notice} count={site.admins} />
      <SiteHead site={site} acts={remit.acts} tab="/people" />
      <SiteAdminsSection found={found} />
    </PageBody>
  );
});
