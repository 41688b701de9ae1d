import "server-only";
import { Instant } from "@/components/patterns/instant";
import { PublishingCard } from "@/components/places/sites/publishing-card";
import { ShownCard } from "@/components/places/sites/shown-card";
import { siteCrumbs } from "@/components/places/sites/site-crumbs";
import { SiteReach, SiteTexts } from "@/components/places/sites/site-facts";
import { SiteHead } from "@/components/places/sites/site-head";
import { SiteNotice } from "@/components/places/sites/site-notice";
import { SiteWhy } from "@/components/places/sites/site-why";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getSite } from "@/lib/places/sites/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ siteId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One site: what it shows, what it says, whether it is published and what is missing for that, and why one may see it. */
export default definePage(async function SitePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getSite(actor, decodeSegment((await params).siteId));
  if (found === null) return <MissingPage />;
  const { why, notice } = await searchParams;
  const { site, remit } = found;
  return (
    <PageBody crumbs={siteCrumbs()}>
      <SiteNotice code={notice} site={site} />
      <SiteHead site={site} acts={remit.acts} tab="" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <ShownCard site={site} />
          <SiteTexts site={site} />
        </div>
        <div className="grid gap-4">
          <PublishingCard site={site} acts={remit.acts} />
          <SiteReach site={site} />
          <SiteWhy remit={remit} open={why === "1"} />
        </div>
      </div>
      <p className="mt-4 text-sm text-ink-muted">
        Last changed <Instant at={new Date(site.updatedAt)} />
      </p>
    </PageBody>
  );
});
