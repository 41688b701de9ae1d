import "server-only";
import { Instant } from "@/components/patterns/instant";
import { HidingNotice } from "@/components/places/partners/hiding-notice";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { PartnerFacts } from "@/components/places/partners/partner-facts";
import { PartnerHead } from "@/components/places/partners/partner-head";
import { PartnerNotice } from "@/components/places/partners/partner-notice";
import { PartnerWhy } from "@/components/places/partners/partner-why";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getAdminsGoing } from "@/lib/places/partner-deletions/queries";
import { getNoticeFacts } from "@/lib/places/partner-notices/queries";
import { getExplainedPartner } from "@/lib/places/partners/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ partnerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One partner, by UUID or external id: what it is, where it is, what one may do to it, and why one may see it. */
export default definePage(async function PartnerPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const partnerId = decodeSegment((await params).partnerId);
  const { why, notice } = await searchParams;
  const found = await getExplainedPartner(actor, partnerId);
  if (found === null) return <MissingPage />;
  const { partner, remit } = found;
  const mayDelete = remit.acts.some(({ act, allowed }) => act === "delete" && allowed);
  return (
    <PageBody crumbs={partnerCrumbs()}>
      <PartnerNotice code={notice} facts={await getNoticeFacts(actor, notice, partner)} />
      <PartnerHead
        partner={partner}
        acts={remit.acts}
        tab=""
        going={mayDelete ? await getAdminsGoing(actor, partner.id) : null}
      />
      <div className="grid gap-4">
        {partner.hiding !== null && <HidingNotice hiding={partner.hiding} />}
        <PartnerFacts partner={partner}>
          <PartnerWhy remit={remit} open={why === "1"} />
        </PartnerFacts>
        <p className="text-sm text-ink-muted">
          Last changed <Instant at={new Date(partner.updatedAt)} />
        </p>
      </div>
    </PageBody>
  );
});
