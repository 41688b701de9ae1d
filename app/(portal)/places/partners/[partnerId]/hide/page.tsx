import "server-only";
import { redirect } from "next/navigation";
import { OneForm } from "@/components/patterns/one-form";
import { HideForm } from "@/components/places/partners/hide-form";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { partnerPath } from "@/lib/places/partners/constants";
import { getExplainedPartner } from "@/lib/places/partners/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ partnerId: string }> };

/** Taking a partner off the public pages, with a reason. One that is hidden already leads back to its record. */
export default definePage(async function HidePartnerPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getExplainedPartner(actor, decodeSegment((await params).partnerId));
  if (found === null) return <MissingPage />;
  const { partner, remit } = found;
  const answer = remit.acts.find(({ act }) => act === (partner.hiding === null ? "hide" : "unhide"));
  if (answer?.allowed !== true) {
    return (
      <NoAccessPage crumbs={partnerCrumbs(partner)} refused={`hide ${partner.name}`} reasons={answer?.reasons ?? []} />
    );
  }
  if (partner.hiding !== null) redirect(partnerPath(partner));
  return (
    <PageBody crumbs={partnerCrumbs(partner)}>
      <OneForm title={`Hide ${partner.name}?`}>
        <HideForm partnerId={partner.id} cancelHref={partnerPath(partner)} />
      </OneForm>
    </PageBody>
  );
});
