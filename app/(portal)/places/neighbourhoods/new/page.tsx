import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { NewPlaceForm } from "@/components/places/neighbourhood-form/new-place-form";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { getNewNeighbourhoodForm } from "@/lib/places/neighbourhood-form/queries";
import {
  NEIGHBOURHOODS_PATH,
  neighbourhoodPath,
  newNeighbourhoodPath,
} from "@/lib/places/neighbourhood-tree/constants";
import { readParent } from "@/lib/places/neighbourhood-tree/schemas";
import { placeFindHref } from "@/lib/places/neighbourhoods/schemas";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Making a place, in another one where the address names it: its page does, and whoever found it without scripts. */
export default definePage(async function NewNeighbourhoodPage({ searchParams }: Props) {
  const actor = await requireActor();
  const found = await getNewNeighbourhoodForm(actor, readParent(await searchParams));
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
        <NoAccess refused="create neighbourhoods" reasons={decision.reasons} />
      </PageBody>
    );
  }
  const { parent } = form;
  return (
    <PageBody crumbs={neighbourhoodCrumbs(parent === null ? [] : [parent])}>
      <PageTitle title={parent === null ? "New neighbourhood" : `New neighbourhood in ${parent.name}`} />
      <div className="max-w-2xl rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5">
        <NewPlaceForm
          form={form}
          findHref={placeFindHref({ use: { kind: "any" }, to: newNeighbourhoodPath(null), as: "parent" })}
          cancelHref={parent === null ? NEIGHBOURHOODS_PATH : neighbourhoodPath(parent)}
        />
      </div>
    </PageBody>
  );
});
