import { Globe, Plus } from "lucide-react";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { listed } from "@/components/patterns/listed";
import { NothingMatches } from "@/components/patterns/nothing-matches";
import { Pager } from "@/components/patterns/pager";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { SiteListItem, SitePage } from "@/lib/places/site-list/queries";
import { EVERY_SITE, type SiteListQuery, siteListHref } from "@/lib/places/site-list/schemas";
import { publicSitePath, sitePath } from "@/lib/places/sites/constants";
import { SiteState } from "../sites/site-state";

type Props = {
  /** The address of the list. */
  path: string;
  query: SiteListQuery;
  page: SitePage;
  /** Where a new site begins; null for those who may make none. */
  newHref: string | null;
};

/** A page of sites with links to its neighbours; without any, what would be here and what to do about it. */
export function SiteTable({ path, query, page, newHref }: Props) {
  const { sites, total, inRemit, first, previous, next } = page;
  const toPage = (cursor: typeof next) => cursor && siteListHref(path, query, { cursor });
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card transition-opacity delay-100 group-has-[form[data-pending]]/list:opacity-60">
      {inRemit === 0 && <NoSite newHref={newHref} />}
      {inRemit > 0 && total === 0 && <NothingMatches none="No site" href={siteListHref(path, EVERY_SITE)} />}
      {total > 0 && (
        <DataTable caption="Sites within your remit, by name" columns={columns} rows={sites} rowKey={({ id }) => id} />
      )}
      <Pager
        label="Sites"
        first={first}
        last={first + sites.length - 1}
        total={total}
        previousHref={toPage(previous)}
        nextHref={toPage(next)}
      />
    </div>
  );
}

const columns: readonly Column<SiteListItem>[] = [
  {
    heading: "Site",
    width: "@2xl:w-2/5",
    cell: (site) => (
      <>
        <TextLink href={sitePath(site)} className="inline-flex min-h-6 items-center wrap-anywhere">
          {site.name}
        </TextLink>
        <span className="block text-sm text-ink-muted wrap-anywhere">{publicSitePath(site.slug)}</span>
      </>
    ),
  },
  { heading: "State", cell: ({ published }) => <SiteState published={published} /> },
  {
    heading: "Areas",
    cell: ({ placeNames, placeCount }) =>
      placeCount === 0 ? (
        <span className="text-ink-muted">None</span>
      ) : (
        listed(placeNames, placeCount - placeNames.length)
      ),
  },
  {
    heading: "Partnerships",
    cell: ({ partnershipNames, partnershipCount }) =>
      listed(partnershipNames, partnershipCount - partnershipNames.length),
    isEmpty: ({ partnershipCount }) => partnershipCount === 0,
  },
];

function NoSite({ newHref }: { newHref: string | null }) {
  return (
    <EmptyState
      title={newHref === null ? "No site within your remit" : "No site yet"}
      icon={<Globe aria-hidden />}
      action={
        newHref !== null && (
          <ButtonLink href={newHref} tone="primary">
            <Plus aria-hidden className="size-4" />
            New site
          </ButtonLink>
        )
      }
    >
      <p>A site is a public page for an area: it shows the partners there and their coming events.</p>
    </EmptyState>
  );
}
