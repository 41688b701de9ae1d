import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { foundPlaces, placeFinding } from "@/components/places/partner-form/place-finding";
import { NewSiteForm } from "@/components/places/site-form/new-site-form";
import { siteCrumbs } from "@/components/places/sites/site-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getNeighbourhoods } from "@/lib/places/neighbourhoods/queries";
import { getNewSiteForm } from "@/lib/places/site-form/queries";
import { NEW_SITE_PATH, SITES_PATH } from "@/lib/places/sites/constants";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Making a site, which is root's to do. */
export default definePage(async function NewSitePage({ searchParams }: Props) {
  const actor = await requireActor();
  const { form, decision } = await getNewSiteForm(actor);
  if (form === null) return <NoAccessPage crumbs={siteCrumbs()} refused="create sites" reasons={decision.reasons} />;
  const finding = placeFinding({ kind: "any" }, NEW_SITE_PATH, await searchParams);
  const { areas } = await foundPlaces(finding, (codes, use) => getNeighbourhoods(actor, codes, use));
  return (
    <PageBody crumbs={siteCrumbs()}>
      <PageTitle title="New site" />
      <NewSiteForm addable={form.addable} found={areas} findHref={finding.areaHref} cancelHref={SITES_PATH} />
    </PageBody>
  );
});
