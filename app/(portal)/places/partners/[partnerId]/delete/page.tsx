import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { DeleteForm } from "@/components/places/partners/delete-form";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { getPartnerDeletion } from "@/lib/places/partner-deletions/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { getPartner } from "@/lib/places/partners/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ partnerId: string }> };

/** Deleting a partner: what goes with it, before it goes. */
export default definePage(async function DeletePartnerPage({ params }: Props) {
  const actor = await requireActor();
  const partnerId = decodeSegment((await params).partnerId);
  const found = await getPartnerDeletion(actor, partnerId);
  if (found === null) {
    return (
      <PageBody>
        <Missing />
      </PageBody>
    );
  }
  const { decision, deletion } = found;
  if (deletion === null) {
    const partner = await getPartner(actor, partnerId);
    return (
      <PageBody crumbs={partnerCrumbs(partner ?? undefined)}>
        <NoAccess refused={`delete ${partner?.name ?? "this partner"}`} reasons={decision.reasons} />
      </PageBody>
    );
  }
  const { partner } = deletion;
  return (
    <PageBody crumbs={partnerCrumbs(partner)}>
      <PageTitle title={`Delete ${partner.name}?`} />
      <div className="max-w-2xl rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5">
        <DeleteForm deletion={deletion} cancelHref={partnerPath(partner)} />
      </div>
    </PageBody>
  );
});
