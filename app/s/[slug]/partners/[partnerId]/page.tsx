import "server-only";
import type { Metadata } from "next";
import { MissingForStranger } from "@/components/patterns/refusal";
import { ComingEvents } from "@/components/places/site-pages/coming-events";
import { PublicPartnerDetails } from "@/components/places/site-pages/public-partner-details";
import { SiteFrame } from "@/components/places/site-pages/site-frame";
import { BarePage } from "@/components/shell/bare-page";
import { getPublicPartner, getPublicSite } from "@/lib/places/site-pages/queries";
import { now } from "@/lib/platform/clock";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ slug: string; partnerId: string }> };

/** What search engines are told. Only what a published site shows may be found by them. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findPartner(params);
  if (found === null) return {};
  const { site, partner } = found;
  const description = partner.summary ?? undefined;
  return { title: `${partner.name} · ${site.name}`, description, robots: { index: true, follow: true } };
}

/** A partner that a published site shows, for everybody, with its coming events. */
export default async function PublicPartnerPage({ params }: Props) {
  const found = await findPartner(params);
  if (found === null) {
    return (
      <BarePage>
        <MissingForStranger />
      </BarePage>
    );
  }
  const { site, partner } = found;
  return (
    <SiteFrame site={site}>
      <div className="grid gap-10">
        <PublicPartnerDetails partner={partner} />
        <ComingEvents
          slug={null}
          events={partner.events}
          later={partner.laterEvents}
          now={now()}
          none={`${partner.name} has no coming event here.`}
        />
      </div>
    </SiteFrame>
  );
}

async function findPartner(params: Props["params"]) {
  const { slug, partnerId } = await params;
  const site = await getPublicSite(decodeSegment(slug));
  const partner = site && (await getPublicPartner(site.id, decodeSegment(partnerId)));
  return site === null || partner === null ? null : { site, partner };
}
