import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { DeleteSite } from "@/components/places/site-form/delete-site";
import { siteCrumbs } from "@/components/places/sites/site-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getSiteDeletion } from "@/lib/places/site-form/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ siteId: string }> };

/** Deleting a site: what goes with it, before it is done. */
export default definePage(async function DeleteSitePage({ params }: Props) {
  const actor = await requireActor();
  const found = await getSiteDeletion(actor, decodeSegment((await params).siteId));
  if (found === null) return <MissingPage />;
  const { decision, deletion } = found;
  if (deletion === null) {
    return <NoAccessPage crumbs={siteCrumbs()} refused="delete this site" reasons={decision.reasons} />;
  }
  return (
    <PageBody crumbs={siteCrumbs(deletion.site)}>
      <OneForm title={`Delete ${deletion.site.name}?`}>
        <DeleteSite deletion={deletion} />
      </OneForm>
    </PageBody>
  );
});
