import { RecordHead } from "@/components/patterns/record-head";
import { TextLink } from "@/components/ui/text-link";
import { publicSitePath, sitePath } from "@/lib/places/sites/constants";
import type { SiteHead as Head, SiteRemit } from "@/lib/places/sites/queries";
import { SiteActions } from "./site-actions";
import { SiteState } from "./site-state";

/** The tabs of a site's record, by the end of their addresses. */
export type SiteTab = "" | "/people" | "/history";

type Props = { site: Head; acts: SiteRemit["acts"]; tab: SiteTab };

/** What every tab of a site's record begins with: its name and state, its public page, what may be done to it, and the tabs. */
export function SiteHead({ site, acts, tab }: Props) {
  const path = sitePath(site);
  return (
    <RecordHead
      title={site.name}
      state={<SiteState published={site.published} />}
      actions={<SiteActions site={site} acts={acts} />}
      tabs={[
        { href: path, label: "Details" },
        { href: `${path}/people`, label: "People with access", count: site.admins },
        { href: `${path}/history`, label: "History" },
      ]}
      current={`${path}${tab}`}
    >
      <p className="text-ink-muted wrap-anywhere">
        {site.published ? (
          <TextLink href={publicSitePath(site.slug)}>{publicSitePath(site.slug)}</TextLink>
        ) : (
          `${publicSitePath(site.slug)}, which nobody finds until it is published`
        )}
      </p>
    </RecordHead>
  );
}
