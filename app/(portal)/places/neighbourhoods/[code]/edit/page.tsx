import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { EditPlaceForm } from "@/components/places/neighbourhood-form/edit-place-form";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
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
  if (found === null) return <MissingPage />;
  const { form, decision } = found;
  if (form === null)
    return <NoAccessPage crumbs={neighbourhoodCrumbs()} refused="edit this neighbourhood" reasons={decision.reasons} />;
  const path = neighbourhoodPath(form.neighbourhood);
  const parent = readParent(await searchParams);
  const [chosen = null] = (parent && (await getNeighbourhoods(actor, [parent], { kind: "any" }))) || [];
  return (
    <PageBody crumbs={neighbourhoodCrumbs([form.neighbourhood])}>
      <OneForm title={`Edit ${form.neighbourhood.name}`}>
        <EditPlaceForm
          form={form}
          found={chosen}
          findHref={placeFindHref({ use: { kind: "any" }, to: `${path}/edit`, as: "parent" })}
          cancelHref={path}
        />
      </OneForm>
    </PageBody>
  );
});
