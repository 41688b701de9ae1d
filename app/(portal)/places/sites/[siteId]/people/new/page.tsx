import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { AddSiteAdminForm } from "@/components/people/site-admins/add-site-admin-form";
import { sitePeopleCrumbs } from "@/components/places/sites/site-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { sitePeoplePath } from "@/lib/people/site-admins/constants";
import { listSiteAdmins } from "@/lib/people/site-admins/queries";
import { requireActor } from "@/lib/permissions/actor";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ siteId: string }> };

/** Making somebody an admin of a site, by e-mail address. */
export default definePage(async function AddSiteAdminPage({ params }: Props) {
  const actor = await requireActor();
  const found = await listSiteAdmins(actor, decodeSegment((await params).siteId));
  if (found === null) return <MissingPage />;
  const { site, add } = found;
  const path = sitePeoplePath(site);
  const crumbs = sitePeopleCrumbs(site, path);
  if (!add.allowed) {
    return <NoAccessPage crumbs={crumbs} refused={`add an admin to ${site.name}`} reasons={add.reasons} />;
  }
  return (
    <PageBody crumbs={crumbs}>
      <OneForm title={`Add a site admin to ${site.name}`}>
        <AddSiteAdminForm site={{ id: site.id, name: site.name }} cancelHref={path} />
      </OneForm>
    </PageBody>
  );
});
