import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { PageTitle } from "@/components/patterns/page-title";
import { DeletePlace } from "@/components/places/neighbourhood-form/delete-place";
import { WhatKeepsIt } from "@/components/places/neighbourhood-form/what-keeps-it";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getNeighbourhoodDeletion } from "@/lib/places/neighbourhood-form/queries";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ code: string }> };

/** Deleting a place, or what keeps it from being deleted. */
export default definePage(async function DeleteNeighbourhoodPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getNeighbourhoodDeletion(actor, decodeSegment((await params).code));
  if (found === null) return <MissingPage />;
  const { decision, deletion } = found;
  if (deletion === null) {
    return (
      <NoAccessPage crumbs={neighbourhoodCrumbs()} refused="delete this neighbourhood" reasons={decision.reasons} />
    );
  }
  const { neighbourhood, version } = deletion;
  const title = `Delete ${neighbourhood.name}?`;
  return (
    <PageBody crumbs={neighbourhoodCrumbs([neighbourhood])}>
      {decision.outcome === "deny" ? (
        <>
          <PageTitle title={title} />
          <div className="max-w-2xl">
            <WhatKeepsIt deletion={deletion} />
          </div>
        </>
      ) : (
        <OneForm title={title}>
          <DeletePlace neighbourhood={neighbourhood} version={version} cancelHref={neighbourhoodPath(neighbourhood)} />
        </OneForm>
      )}
    </PageBody>
  );
});
