import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { DeletePlace } from "@/components/places/neighbourhood-form/delete-place";
import { WhatKeepsIt } from "@/components/places/neighbourhood-form/what-keeps-it";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { getNeighbourhoodDeletion } from "@/lib/places/neighbourhood-form/queries";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ code: string }> };

/** Deleting a place, or what keeps it from being deleted. */
export default definePage(async function DeleteNeighbourhoodPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getNeighbourhoodDeletion(actor, decodeSegment((await params).code));
  if (found === null) {
    return (
      <PageBody>
        <Missing />
      </PageBody>
    );
  }
  const { decision, deletion } = found;
  if (deletion === null) {
    return (
      <PageBody crumbs={neighbourhoodCrumbs()}>
        <NoAccess refused="delete this neighbourhood" reasons={decision.reasons} />
      </PageBody>
    );
  }
  const { neighbourhood, version } = deletion;
  return (
    <PageBody crumbs={neighbourhoodCrumbs([neighbourhood])}>
      <PageTitle title={`Delete ${neighbourhood.name}?`} />
      <div className="max-w-2xl">
        {decision.outcome === "deny" ? (
          <WhatKeepsIt deletion={deletion} />
        ) : (
          <div className="rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5">
            <DeletePlace
              neighbourhood={neighbourhood}
              version={version}
              cancelHref={neighbourhoodPath(neighbourhood)}
            />
          </div>
        )}
      </div>
    </PageBody>
  );
});
