import "server-only";
import { OlderLink } from "@/components/patterns/older-link";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { AuditTable } from "@/components/people/audit-events/audit-table";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { PartnerHead } from "@/components/places/partners/partner-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
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
  if (found === null) {
    return (
      <PageBody>
        <Missing />
      </PageBody>
    );
  }
  const { partner, acts } = found;
  const about = { type: "partner", id: partner.id, externalId: partner.externalId } as const;
  const { page, decision } = await listHistory(actor, about, typeof before === "string" ? before : null);
  if (page === null) {
    return (
      <PageBody crumbs={partnerCrumbs(partner)}>
        <NoAccess refused={`see the history of ${partner.name}`} reasons={decision.reasons} />
      </PageBody>
    );
  }
  return (
    <PageBody crumbs={partnerCrumbs()}>
      <PartnerHead partner={partner} acts={acts} tab="/history" />
      <section aria-label="History" className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
        <AuditTable events={page.events} />
        <OlderLink href={page.next && `${partnerPath(partner)}/history?before=${page.next}`} />
      </section>
    </PageBody>
  );
});
