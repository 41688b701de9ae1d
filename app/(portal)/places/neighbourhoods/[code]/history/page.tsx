import "server-only";
import { OlderLink } from "@/components/patterns/older-link";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { AuditTable } from "@/components/people/audit-events/audit-table";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { NeighbourhoodHead } from "@/components/places/neighbourhood-tree/neighbourhood-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { listHistory } from "@/lib/people/audit-events/queries";
import { requireActor } from "@/lib/permissions/actor";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { getNeighbourhoodHead } from "@/lib/places/neighbourhood-tree/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What happened to one place, newest first. */
export default definePage(async function NeighbourhoodHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { before } = await searchParams;
  const found = await getNeighbourhoodHead(actor, decodeSegment((await params).code));
  if (found === null) {
    return (
      <PageBody>
        <Missing />
      </PageBody>
    );
  }
  const { neighbourhood, remit } = found;
  const about = { type: "neighbourhood", id: neighbourhood.id, externalId: null } as const;
  const { page, decision } = await listHistory(actor, about, typeof before === "string" ? before : null);
  const above = neighbourhoodCrumbs(neighbourhood.path.slice(1).toReversed());
  if (page === null) {
    return (
      <PageBody crumbs={above}>
        <NoAccess refused={`see the history of ${neighbourhood.name}`} reasons={decision.reasons} />
      </PageBody>
    );
  }
  return (
    <PageBody crumbs={above}>
      <NeighbourhoodHead neighbourhood={neighbourhood} acts={remit.acts} tab="/history" />
      <section aria-label="History" className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
        <AuditTable events={page.events} />
        <OlderLink href={page.next && `${neighbourhoodPath(neighbourhood)}/history?before=${page.next}`} />
      </section>
    </PageBody>
  );
});
