import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { PartnerEditForm } from "@/components/places/partner-form/partner-edit-form";
import { foundPlaces, placeFinding } from "@/components/places/partner-form/place-finding";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getNeighbourhoods } from "@/lib/places/neighbourhoods/queries";
import { getPartnerForEdit } from "@/lib/places/partner-form/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ partnerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Changing a partner. Places that were found without scripts come back in the address. */
export default definePage(async function EditPartnerPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const partnerId = decodeSegment((await params).partnerId);
  const found = await getPartnerForEdit(actor, partnerId);
  if (found === null) return <MissingPage />;
  const { form, decision } = found;
  if (form === null)
    return <NoAccessPage crumbs={partnerCrumbs()} refused="edit this partner" reasons={decision.reasons} />;
  const path = partnerPath(form.partner);
  const finding = placeFinding({ kind: "partner", partnerId: form.partner.id }, `${path}/edit`, await searchParams);
  const places = await foundPlaces(finding, (codes, use) => getNeighbourhoods(actor, codes, use));
  return (
    <PageBody crumbs={partnerCrumbs(form.partner)}>
      <PageTitle title={`Edit ${form.partner.name}`} />
      <PartnerEditForm form={form} finding={finding} found={places} cancelHref={path} />
    </PageBody>
  );
});
