import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { removalTitle } from "@/components/people/partner-admins/removal-title";
import { RemoveAdminForm } from "@/components/people/partner-admins/remove-admin-form";
import { peopleCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { partnerPeoplePath } from "@/lib/people/partner-admins/constants";
import { listPartnerAdmins } from "@/lib/people/partner-admins/queries";
import { requireActor } from "@/lib/permissions/actor";
import { getPartner } from "@/lib/places/partners/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ partnerId: string; userId: string }> };

/** Taking an admin off a partner, by UUID or e-mail address: what that means, before it is done. */
export default definePage(async function RemovePartnerAdminPage({ params }: Props) {
  const actor = await requireActor();
  const { partnerId, userId } = await params;
  const key = decodeSegment(userId).toLowerCase();
  const partner = await getPartner(actor, decodeSegment(partnerId));
  const found = partner && (await listPartnerAdmins(actor, partner.id));
  const admin = found?.admins.find((known) => known.userId === key || known.email === key);
  if (partner === null || found === null || admin === undefined) return <MissingPage />;
  const path = partnerPeoplePath(partner);
  if (!found.remove.allowed) {
    return (
      <NoAccessPage
        crumbs={peopleCrumbs(partner, path)}
        refused={`choose the admins of ${partner.name}`}
        reasons={found.remove.reasons}
      />
    );
  }
  const { userId: adminId, name, itself } = admin;
  const question = { partner: { id: partner.id, name: partner.name }, admin: { userId: adminId, name, itself } };
  return (
    <PageBody crumbs={peopleCrumbs(partner, path)}>
      <OneForm title={removalTitle(question)}>
        <RemoveAdminForm {...question} last={found.admins.length + found.unseenAdmins === 1} cancelHref={path} />
      </OneForm>
    </PageBody>
  );
});
