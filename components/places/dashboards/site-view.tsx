import { CircleCheck, ExternalLink } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { OwnSite, SiteDashboard } from "@/lib/places/site-dashboard/queries";
import { emptinessOf } from "@/lib/places/site-publications/schemas";
import { publicSitePath, SITES_PATH, sitePath } from "@/lib/places/sites/constants";
import { SiteChecklist } from "../sites/publishing-card";
import { shownInWords } from "../sites/shown-card";
import { SiteState } from "../sites/site-state";

/** The dashboard of a site admin: each site with how it stands, what it shows, and what is missing before it is published. */
export function SiteView({ dashboard: { sites, total } }: { dashboard: SiteDashboard }) {
  const waiting = sites.filter(({ published, checklist }) => !published || checklist.some(({ done }) => !done));
  return (
    <>
      {waiting.length === 0 && (
        <p className="flex items-center gap-2.5 text-lg font-medium">
          <CircleCheck aria-hidden className="size-5 text-success" />
          Nothing waits for you
        </p>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {sites.map((site) => (
          <OwnSiteCard key={site.id} site={site} />
        ))}
      </div>
      {total > sites.length && (
        <p className="text-ink-muted">
          The first {sites.length}.{" "}
          <TextLink href={SITES_PATH}>All {total.toLocaleString("en-GB")} of your sites</TextLink>
        </p>
      )}
    </>
  );
}

function OwnSiteCard({ site }: { site: OwnSite }) {
  const { name, slug, published, checklist } = site;
  const missing = emptinessOf(checklist);
  const complete = checklist.every(({ done }) => done);
  return (
    <Card
      id={`site-${site.id}`}
      title={<TextLink href={sitePath(site)}>{name}</TextLink>}
      state={<SiteState published={published} />}
    >
      <div className="grid gap-4">
        <p>
          It {published ? "shows" : "would show"} {shownInWords(site)}.
        </p>
        {complete ? (
          <p className="text-ink-muted">Everything that visitors look for is there.</p>
        ) : (
          <SiteChecklist site={site} checklist={checklist} mayReach={false} />
        )}
        {!published && missing !== null && <p className="text-warning">{missing}</p>}
        <div className="flex flex-wrap gap-2">
          {published ? (
            <ButtonLink href={publicSitePath(slug)} size="sm" aria-label={`See the site ${name}`}>
              <ExternalLink aria-hidden className="size-4" />
              See the site
            </ButtonLink>
          ) : (
            <ButtonLink href={`${sitePath(site)}#shown`} size="sm" aria-label={`Preview ${name}`}>
              See what it would show
            </ButtonLink>
          )}
          {!published && missing === null && (
            <ButtonLink href={`${sitePath(site)}#publishing`} size="sm" aria-label={`Publish ${name}`}>
              Publish it…
            </ButtonLink>
          )}
        </div>
      </div>
    </Card>
  );
}
