import { PARTNERS_PER_PAGE } from "@/lib/places/site-pages/constants";
import type { PublicCategory, PublicPartner, PublicPartners } from "@/lib/places/site-pages/queries";
import { type PublicQuery, publicSiteHref } from "@/lib/places/site-pages/schemas";
import { publicPartnerPath, publicSitePath } from "@/lib/places/sites/constants";
import { PartnerParticulars } from "./partner-particulars";
import { PartnerSearch } from "./partner-search";
import { publicLinkClass } from "./site-frame";

type Props = {
  slug: string;
  query: PublicQuery;
  categories: readonly PublicCategory[];
  /** How many the site shows at all. */
  all: number;
  found: PublicPartners;
};

/** The partners that a site shows, searched and paged by the address. */
export function PartnerEntries({ slug, query, categories, all, found: { partners, total } }: Props) {
  const path = publicSitePath(slug);
  const asked = query.text !== "" || query.category !== "";
  return (
    <section aria-labelledby="partners" className="grid gap-4">
      <h2 id="partners" className="scroll-mt-4 text-xl font-semibold tracking-tight">
        Who is here
      </h2>
      <PartnerSearch path={path} query={query} categories={categories} />
      <p role="status" className="text-ink-muted tabular-nums">
        {asked ? `${inWords(total)} of ${all.toLocaleString("en-GB")} found` : inWords(all)}
      </p>
      <ul className="grid gap-3">
        {partners.map((partner) => (
          <Entry key={partner.id} partner={partner} slug={slug} />
        ))}
      </ul>
      <Pages path={path} query={query} total={total} />
    </section>
  );
}

function inWords(count: number): string {
  return count === 1 ? "1 organisation" : `${count.toLocaleString("en-GB")} organisations`;
}

function Entry({ partner, slug }: { partner: PublicPartner; slug: string }) {
  return (
    <li className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-3 shadow-card">
      <h3 className="text-lg font-semibold wrap-anywhere">
        <a href={publicPartnerPath(slug, partner.id)} className={publicLinkClass}>
          {partner.name}
        </a>
      </h3>
      {partner.summary !== null && <p className="max-w-prose wrap-anywhere">{partner.summary}</p>}
      <PartnerParticulars partner={partner} />
    </li>
  );
}

function Pages({ path, query, total }: { path: string; query: PublicQuery; total: number }) {
  const pages = Math.ceil(total / PARTNERS_PER_PAGE);
  if (pages <= 1 && query.page === 1) return null;
  const to = (page: number) => `${publicSiteHref(path, query, { page })}#partners`;
  return (
    <nav aria-label="Pages of organisations" className="flex flex-wrap items-center gap-4">
      {query.page > 1 && (
        <a href={to(Math.min(query.page - 1, Math.max(pages, 1)))} rel="prev" className={publicLinkClass}>
          Previous page
        </a>
      )}
      <span className="text-ink-muted tabular-nums">
        Page {query.page} of {Math.max(pages, 1)}
      </span>
      {query.page < pages && (
        <a href={to(query.page + 1)} rel="next" className={publicLinkClass}>
          Next page
        </a>
      )}
    </nav>
  );
}
