import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { foundPlaces, placeFinding } from "@/components/places/partner-form/place-finding";
import { EditSiteForm } from "@/components/places/site-form/edit-site-form";
import { siteCrumbs } from "@/components/places/sites/site-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getNeighbourhoods } from "@/lib/places/neighbourhoods/queries";
import { getSiteForEdit } from "@/lib/places/site-form/queries";
import { sitePath } from "@/lib/places/sites/constants";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ siteId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Changing a site: its admins what it says, root also where it is found and what it covers. */
export default definePage(async function EditSitePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getSiteForEdit(actor, decodeSegment((await params).siteId));
  if (found === null) return <MissingPage />;
  const { form, decision } = found;
  if (form === null) return <NoAccessPage crumbs={siteCrumbs()} refused="edit this site" reasons={decision.reasons} />;
  const path = sitePath(form.site);
  const finding = placeFinding({ kind: "any" }, `${path}/edit`, await searchParams);
  const { areas } = await foundPlaces(finding, (codes, use) => getNeighbourhoods(actor, codes, use));
  return (
    <PageBody crumbs={siteCrumbs(form.site)}>
      <PageTitle title={`Edit ${form.site.name}`} />
      <EditSiteForm form={form} found={areas} findHref={finding.areaHref} cancelHref={path} />
    </PageBody>
  );
});
