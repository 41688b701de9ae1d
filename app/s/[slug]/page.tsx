import "server-only";
import type { Metadata } from "next";
import { MissingForStranger } from "@/components/patterns/refusal";
import { ComingEvents } from "@/components/places/site-pages/coming-events";
import { PartnerEntries } from "@/components/places/site-pages/partner-entries";
import { SiteFrame } from "@/components/places/site-pages/site-frame";
import { SiteOpening } from "@/components/places/site-pages/site-opening";
import { BarePage } from "@/components/shell/bare-page";
import { getOverview, getPublicSite, listPublicPartners } from "@/lib/places/site-pages/queries";
import { readPublicQuery } from "@/lib/places/site-pages/schemas";
import { now } from "@/lib/platform/clock";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What search engines are told. Only a published site may be found by them. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await getPublicSite(decodeSegment((await params).slug));
  if (site === null) return {};
  const description = site.tagline ?? site.heroText ?? undefined;
  return { title: site.name, description, robots: { index: true, follow: true } };
}

/** A published site, for everybody: what it says, who is there, and what is on in the next weeks. */
export default async function PublicSitePage({ params, searchParams }: Props) {
  const site = await getPublicSite(decodeSegment((await params).slug));
  if (site === null) {
    return (
      <BarePage>
        <MissingForStranger />
      </BarePage>
    );
  }
  const query = readPublicQuery(await searchParams);
  const overview = await getOverview(site.id);
  const found = await listPublicPartners(site.id, query, overview.categories);
  const { partners: all, categories, events, laterEvents: later } = overview;
  return (
    <SiteFrame site={site} home>
      <SiteOpening site={site} />
      <div className="grid gap-12">
        <PartnerEntries slug={site.slug} {...{ query, categories, all, found }} />
        <ComingEvents slug={site.slug} {...{ events, later }} now={now()} none="Nothing is on in the next 30 days." />
      </div>
    </SiteFrame>
  );
}
