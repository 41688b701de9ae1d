import "server-only";
import { redirect } from "next/navigation";
import { PageTitle } from "@/components/patterns/page-title";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { HideForm } from "@/components/places/partners/hide-form";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { partnerPath } from "@/lib/places/partners/constants";
import { getExplainedPartner } from "@/lib/places/partners/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ partnerId: string }> };

/** Taking a partner off the public pages, with a reason. One that is hidden already leads back to its record. */
export default definePage(async function HidePartnerPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getExplainedPartner(actor, decodeSegment((await params).partnerId));
  if (found === null) {
    return (
      <PageBody>
        <Missing />
      </PageBody>
    );
  }
  const { partner, remit } = found;
  const answer = remit.acts.find(({ act }) => act === (partner.hiding === null ? "hide" : "unhide"));
  if (answer?.allowed !== true) {
    return (
      <PageBody crumbs={partnerCrumbs(partner)}>
        <NoAccess refused={`hide ${partner.name}`} reasons={answer?.reasons ?? []} />
      </PageBody>
    );
  }
  if (partner.hiding !== null) redirect(partnerPath(partner));
  return (
    <PageBody crumbs={partnerCrumbs(partner)}>
      <PageTitle title={`Hide ${partner.name}?`} />
      <div className="max-w-2xl rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5">
        <HideForm partnerId={partner.id} cancelHref={partnerPath(partner)} />
      </div>
    </PageBody>
  );
});
