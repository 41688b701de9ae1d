import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { DeleteForm } from "@/components/places/partners/delete-form";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
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
  if (found === null) return <MissingPage />;
  const { decision, deletion } = found;
  if (deletion === null) {
    const partner = await getPartner(actor, partnerId);
    return (
      <NoAccessPage
        crumbs={partnerCrumbs(partner ?? undefined)}
        refused={`delete ${partner?.name ?? "this partner"}`}
        reasons={decision.reasons}
      />
    );
  }
  const { partner } = deletion;
  return (
    <PageBody crumbs={partnerCrumbs(partner)}>
      <OneForm title={`Delete ${partner.name}?`}>
        <DeleteForm deletion={deletion} cancelHref={partnerPath(partner)} />
      </OneForm>
    </PageBody>
  );
});
