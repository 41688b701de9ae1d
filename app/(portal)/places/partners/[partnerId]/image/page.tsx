import "server-only";
import { ActionForm } from "@/components/patterns/action-form";
import { OneForm } from "@/components/patterns/one-form";
import { ImageForm } from "@/components/places/partner-images/image-form";
import { PartnerPicture } from "@/components/places/partner-images/partner-picture";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { removePartnerImageAction } from "@/lib/places/partner-images/actions";
import { getPartnerImageForm } from "@/lib/places/partner-images/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ partnerId: string }> };

/** The one picture of a partner: to choose, to put into words, to take away. */
export default definePage(async function PartnerImagePage({ params }: Props) {
  const actor = await requireActor();
  const found = await getPartnerImageForm(actor, decodeSegment((await params).partnerId));
  if (found === null) return <MissingPage />;
  const { form, decision } = found;
  if (form === null) {
    return <NoAccessPage crumbs={partnerCrumbs()} refused="change its picture" reasons={decision.reasons} />;
  }
  const { partner, version, image } = form;
  const path = partnerPath(partner);
  return (
    <PageBody crumbs={partnerCrumbs(partner)}>
      <OneForm title={`Picture of ${partner.name}`}>
        {image !== null && (
          <div className="mb-5 grid justify-items-start gap-3">
            <PartnerPicture image={image} />
            <ActionForm
              action={removePartnerImageAction}
              fields={{ partnerId: partner.id, version: String(version) }}
              recordHref={`${path}/image`}
            >
              Take it away
            </ActionForm>
          </div>
        )}
        <ImageForm form={form} cancelHref={path} />
      </OneForm>
    </PageBody>
  );
});
