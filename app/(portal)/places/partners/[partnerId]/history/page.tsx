import "server-only";
import { RecordHistory } from "@/components/people/audit-events/record-history";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { PartnerHead } from "@/components/places/partners/partner-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { listHistory } from "@/lib/people/audit-events/queries";
import { requireActor } from "@/lib/permissions/actor";
import { getPartnerWithActs } from "@/lib/places/partner-acts/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ partnerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What happened to one partner, newest first. */
export default definePage(async function PartnerHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { before } = await searchParams;
  const found = await getPartnerWithActs(actor, decodeSegment((await params).partnerId));
  if (found === null) return <MissingPage />;
  const { partner, acts } = found;
  const about = { type: "partner", id: partner.id, externalId: partner.externalId } as const;
  const { page, refusal } = await listHistory(actor, about, typeof before === "string" ? before : null);
  if (page === null) {
    return (
      <NoAccessPage crumbs={partnerCrumbs(partner)} refused={`see the history of ${partner.name}`} reasons={refusal} />
    );
  }
  return (
    <PageBody crumbs={partnerCrumbs()}>
      <PartnerHead partner={partner} acts={acts} tab="/history" />
      <RecordHistory page={page} path={partnerPath(partner)} />
    </PageBody>
  );
});
