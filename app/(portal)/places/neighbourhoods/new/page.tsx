import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { NewPlaceForm } from "@/components/places/neighbourhood-form/new-place-form";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
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
  if (found === null) return <MissingPage />;
  const { form, decision } = found;
  if (form === null)
    return <NoAccessPage crumbs={neighbourhoodCrumbs()} refused="create neighbourhoods" reasons={decision.reasons} />;
  const { parent } = form;
  return (
    <PageBody crumbs={neighbourhoodCrumbs(parent === null ? [] : [parent])}>
      <OneForm title={parent === null ? "New neighbourhood" : `New neighbourhood in ${parent.name}`}>
        <NewPlaceForm
          form={form}
          findHref={placeFindHref({ use: { kind: "any" }, to: newNeighbourhoodPath(null), as: "parent" })}
          cancelHref={parent === null ? NEIGHBOURHOODS_PATH : neighbourhoodPath(parent)}
        />
      </OneForm>
    </PageBody>
  );
});
