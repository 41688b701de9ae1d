import "server-only";
import { OthersWithAccess } from "@/components/people/access/others-with-access";
import { AdminsSection } from "@/components/people/partner-admins/admins-section";
import { PartnerAdminNotice } from "@/components/people/partner-admins/partner-admin-notice";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { PartnerHead } from "@/components/places/partners/partner-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { listPeopleWithAccess } from "@/lib/people/access/queries";
import { listAdminsOf } from "@/lib/people/partner-admins/queries";
import { requireActor } from "@/lib/permissions/actor";
import { getPartnerWithActs } from "@/lib/places/partner-acts/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ partnerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who can reach one partner: its own admins, who are chosen here, and everybody whom another role brings to it. */
export default definePage(async function PartnerPeoplePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const partnerId = decodeSegment((await params).partnerId);
  const { notice } = await searchParams;
  const found = await getPartnerWithActs(actor, partnerId);
  const access = found && (await listPeopleWithAccess(actor, { type: "partner", id: found.partner.id }));
  const admins = found && (await listAdminsOf(actor, found.facts));
  if (found === null || access === null || admins === null) return <MissingPage />;
  const { partner, acts } = found;
  if (access.refusal !== null) {
    return (
      <NoAccessPage
        crumbs={partnerCrumbs(partner)}
        refused={`see who has access to ${partner.name}`}
        reasons={access.refusal}
      />
    );
  }
  return (
    <PageBody crumbs={partnerCrumbs()}>
      <PartnerAdminNotice code={notice} admins={admins.admins} />
      <PartnerHead partner={partner} acts={acts} tab="/people" />
      <div className="grid gap-10">
        <AdminsSection partner={partner} found={admins} />
        <OthersWithAccess access={access} of="this partner" />
      </div>
    </PageBody>
  );
});
