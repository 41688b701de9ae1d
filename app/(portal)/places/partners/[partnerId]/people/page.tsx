import "server-only";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { PeopleWithAccessTable } from "@/components/people/access/people-with-access";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { PartnerHead } from "@/components/places/partners/partner-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { listPeopleWithAccess } from "@/lib/people/access/queries";
import { requireActor } from "@/lib/permissions/actor";
import { getPartnerWithActs } from "@/lib/places/partner-acts/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ partnerId: string }> };

/** Who can reach one partner, by which role: by name whom one may view, the others counted. */
export default definePage(async function PartnerPeoplePage({ params }: Props) {
  const actor = await requireActor();
  const partnerId = decodeSegment((await params).partnerId);
  const found = await getPartnerWithActs(actor, partnerId);
  const access = found && (await listPeopleWithAccess(actor, { type: "partner", id: found.partner.id }));
  if (found === null || access === null) {
    return (
      <PageBody>
        <Missing />
      </PageBody>
    );
  }
  const { partner, acts } = found;
  if (access.refusal !== null) {
    return (
      <PageBody crumbs={partnerCrumbs(partner)}>
        <NoAccess refused={`see who has access to ${partner.name}`} reasons={access.refusal} />
      </PageBody>
    );
  }
  return (
    <PageBody crumbs={partnerCrumbs()}>
      <PartnerHead partner={partner} acts={acts} tab="/people" />
      <PeopleWithAccessTable people={access.people} others={access.others} of="this partner" />
    </PageBody>
  );
});
