import "server-only";
import { Instant } from "@/components/patterns/instant";
import { ChildPlaces } from "@/components/places/neighbourhood-tree/child-places";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { NeighbourhoodFacts } from "@/components/places/neighbourhood-tree/neighbourhood-facts";
import { NeighbourhoodHead } from "@/components/places/neighbourhood-tree/neighbourhood-head";
import { NeighbourhoodNotice } from "@/components/places/neighbourhood-tree/neighbourhood-notice";
import { NeighbourhoodWhy } from "@/components/places/neighbourhood-tree/neighbourhood-why";
import { PartnersHere } from "@/components/places/neighbourhood-tree/partners-here";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getNeighbourhood } from "@/lib/places/neighbourhood-tree/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One place, by code or UUID: where it lies, what lies in it, how many partners are there, and why one may see it. */
export default definePage(async function NeighbourhoodPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getNeighbourhood(actor, decodeSegment((await params).code));
  if (found === null) return <MissingPage />;
  const { why, notice } = await searchParams;
  const { neighbourhood, remit } = found;
  const { name, unit, path, children, updatedAt } = neighbourhood;
  const isLeaf = unit === "ward" && children.length === 0;
  const whyPanel = <NeighbourhoodWhy remit={remit} unit={unit} open={why === "1"} />;
  return (
    <PageBody crumbs={neighbourhoodCrumbs(path.slice(1).toReversed())}>
      <NeighbourhoodNotice code={notice} on="record" />
      <NeighbourhoodHead neighbourhood={neighbourhood} acts={remit.acts} tab="" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <PartnersHere neighbourhood={neighbourhood} />
          {isLeaf ? whyPanel : <ChildPlaces name={name} places={children} />}
        </div>
        <div className="grid gap-4">
          <NeighbourhoodFacts neighbourhood={neighbourhood} />
          {!isLeaf && whyPanel}
        </div>
      </div>
      <p className="mt-4 text-sm text-ink-muted">
        Last changed <Instant at={new Date(updatedAt)} />
      </p>
    </PageBody>
  );
});
