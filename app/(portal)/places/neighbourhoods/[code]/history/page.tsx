import "server-only";
import { RecordHistory } from "@/components/people/audit-events/record-history";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { NeighbourhoodHead } from "@/components/places/neighbourhood-tree/neighbourhood-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
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
  if (found === null) return <MissingPage />;
  const { neighbourhood, remit } = found;
  const about = { type: "neighbourhood", id: neighbourhood.id, externalId: null } as const;
  const { page, refusal } = await listHistory(actor, about, typeof before === "string" ? before : null);
  const above = neighbourhoodCrumbs(neighbourhood.path.slice(1).toReversed());
  if (page === null) {
    return <NoAccessPage crumbs={above} refused={`see the history of ${neighbourhood.name}`} reasons={refusal} />;
  }
  return (
    <PageBody crumbs={above}>
      <NeighbourhoodHead neighbourhood={neighbourhood} acts={remit.acts} tab="/history" />
      <RecordHistory page={page} path={neighbourhoodPath(neighbourhood)} />
    </PageBody>
  );
});
