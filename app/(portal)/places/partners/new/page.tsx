import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { NewPartnerForm } from "@/components/places/partner-form/new-partner-form";
import { foundPlaces, placeFinding } from "@/components/places/partner-form/place-finding";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getNeighbourhoods } from "@/lib/places/neighbourhoods/queries";
import { getNewPartnerForm } from "@/lib/places/partner-form/queries";
import { NEW_PARTNER_PATH } from "@/lib/places/partners/constants";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Making a partner, for those who may somewhere. Places that were found without scripts come back in the address. */
export default definePage(async function NewPartnerPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { form, reasons } = await getNewPartnerForm(actor);
  if (form === null) return <NoAccessPage crumbs={partnerCrumbs()} refused="create partners" reasons={reasons} />;
  const finding = placeFinding({ kind: "new partner" }, NEW_PARTNER_PATH, await searchParams);
  const found = await foundPlaces(finding, (codes, use) => getNeighbourhoods(actor, codes, use));
  return (
    <PageBody crumbs={partnerCrumbs()}>
      <PageTitle title="New partner" />
      <NewPartnerForm form={form} finding={finding} found={found} />
    </PageBody>
  );
});
