import "server-only";
import { OlderLink } from "@/components/patterns/older-link";
import { PageTitle } from "@/components/patterns/page-title";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { AuditTable } from "@/components/people/audit-events/audit-table";
import { partnerPath } from "@/components/places/partners/partner-path";
import { PageBody } from "@/components/shell/page-body";
import { listHistory } from "@/lib/people/audit-events/queries";
import { requireActor } from "@/lib/permissions/actor";
import { getPartner } from "@/lib/places/partners/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ partnerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What happened to one partner, newest first. */
export default async function PartnerHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const partnerId = decodeSegment((await params).partnerId);
  const { before } = await searchParams;
  const partner = await getPartner(actor, partnerId);
  if (partner === null) {
    return (
      <PageBody section="partners">
        <Missing />
      </PageBody>
    );
  }
  const about = { type: "partner", id: partner.id, externalId: partner.externalId } as const;
  const reading = await listHistory(actor, about, typeof before === "string" ? before : null);
  return (
    <PageBody section="partners">
      <History partner={partner} reading={reading} />
    </PageBody>
  );
}

type HistoryProps = {
  partner: NonNullable<Awaited<ReturnType<typeof getPartner>>>;
  reading: Awaited<ReturnType<typeof listHistory>>;
};

function History({ partner, reading: { decision, page } }: HistoryProps) {
  if (page === null) return <NoAccess refused={`see the history of ${partner.name}`} reasons={decision.reasons} />;
  const crumbs = [
    { label: "Partners", href: "/places/partners" },
    { label: partner.name, href: partnerPath(partner) },
  ];
  return (
    <>
      <PageTitle title={`History of ${partner.name}`} crumbs={crumbs} />
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
        <AuditTable events={page.events} />
        <OlderLink href={page.next && `${partnerPath(partner)}/history?before=${page.next}`} />
      </div>
    </>
  );
}
