import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { EditPlaceForm } from "@/components/places/neighbourhood-form/edit-place-form";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { getNeighbourhoodForEdit } from "@/lib/places/neighbourhood-form/queries";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { readParent } from "@/lib/places/neighbourhood-tree/schemas";
import { getNeighbourhoods } from "@/lib/places/neighbourhoods/queries";
import { placeFindHref } from "@/lib/places/neighbourhoods/schemas";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Changing a place. What it shall lie in comes back in the address where it was found without scripts. */
export default definePage(async function EditNeighbourhoodPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getNeighbourhoodForEdit(actor, decodeSegment((await params).code));
  if (found === null) {
    return (
      <PageBody>
        <Missing />
      </PageBody>
    );
  }
  const { form, decision } = found;
  if (form === null) {
    return (
      <PageBody crumbs={neighbourhoodCrumbs()}>
        <NoAccess refused="edit this neighbourhood" reasons={decision.reasons} />
      </PageBody>
    );
  }
  const path = neighbourhoodPath(form.neighbourhood);
  const parent = readParent(await searchParams);
  const [chosen = null] = (parent && (await getNeighbourhoods(actor, [parent], { kind: "any" }))) || [];
  return (
    <PageBody crumbs={neighbourhoodCrumbs([form.neighbourhood])}>
      <PageTitle title={`Edit ${form.neighbourhood.name}`} />
      <div className="max-w-2xl rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5">
        <EditPlaceForm
          form={form}
          found={chosen}
          findHref={placeFindHref({ use: { kind: "any" }, to: `${path}/edit`, as: "parent" })}
          cancelHref={path}
        />
      </div>
    </PageBody>
  );
});
