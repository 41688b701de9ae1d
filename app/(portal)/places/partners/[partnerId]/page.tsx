import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { Missing } from "@/components/patterns/refusal";
import { HidingNotice } from "@/components/places/partners/hiding-notice";
import { PartnerFacts } from "@/components/places/partners/partner-facts";
import { partnerPath } from "@/components/places/partners/partner-path";
import { PartnerState } from "@/components/places/partners/partner-state";
import { WhyPanel } from "@/components/places/partners/why-panel";
import { PageBody } from "@/components/shell/page-body";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/permissions/actor";
import { getExplainedPartner } from "@/lib/places/partners/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ partnerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One partner, by UUID or external id: what it is, where it is, and why this person may see it. */
export default async function PartnerPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const partnerId = decodeSegment((await params).partnerId);
  const found = await getExplainedPartner(actor, partnerId);
  if (found === null) {
    return (
      <PageBody section="partners">
        <Missing />
      </PageBody>
    );
  }
  const { partner, remit } = found;
  const hasAdmin = partner.admins.length + partner.unseenAdmins > 0;
  return (
    <PageBody section="partners">
      <PageTitle
        title={partner.name}
        crumbs={[{ label: "Partners", href: "/places/partners" }]}
        state={<PartnerState hidden={partner.hiding !== null} hasAdmin={hasAdmin} />}
      >
        {remit.acts.some(({ act, allowed }) => act === "history" && allowed) && (
          <p>
            <TextLink href={`${partnerPath(partner)}/history`}>History</TextLink>
          </p>
        )}
      </PageTitle>
      <div className="grid gap-4">
        {partner.hiding !== null && <HidingNotice hiding={partner.hiding} />}
        <WhyPanel remit={remit} open={(await searchParams).why === "1"} />
        <PartnerFacts partner={partner} />
      </div>
    </PageBody>
  );
}
