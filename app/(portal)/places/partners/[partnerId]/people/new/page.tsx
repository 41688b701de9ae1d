import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { AddAdminForm } from "@/components/people/partner-admins/add-admin-form";
import { peopleCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { partnerPeoplePath } from "@/lib/people/partner-admins/constants";
import { listPartnerAdmins } from "@/lib/people/partner-admins/queries";
import { requireActor } from "@/lib/permissions/actor";
import { getPartner } from "@/lib/places/partners/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ partnerId: string }> };

/** Making somebody an admin of a partner, by e-mail address. */
export default definePage(async function AddPartnerAdminPage({ params }: Props) {
  const actor = await requireActor();
  const partner = await getPartner(actor, decodeSegment((await params).partnerId));
  const found = partner && (await listPartnerAdmins(actor, partner.id));
  if (partner === null || found === null) return <MissingPage />;
  const { add, admins, unseenAdmins } = found;
  const path = partnerPeoplePath(partner);
  if (!add.allowed) {
    return (
      <NoAccessPage
        crumbs={peopleCrumbs(partner, path)}
        refused={`add an admin to ${partner.name}`}
        reasons={add.reasons}
      />
    );
  }
  return (
    <PageBody crumbs={peopleCrumbs(partner, path)}>
      <OneForm title={`Add an admin to ${partner.name}`}>
        <AddAdminForm
          partner={{ id: partner.id, name: partner.name }}
          admins={admins.map(({ name }) => name)}
          unseenAdmins={unseenAdmins}
          cancelHref={path}
        />
      </OneForm>
    </PageBody>
  );
});
