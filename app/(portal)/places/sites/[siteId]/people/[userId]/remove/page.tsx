import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { RemoveSiteAdminForm } from "@/components/people/site-admins/remove-site-admin-form";
import { removalTitle } from "@/components/people/site-admins/site-admins-section";
import { sitePeopleCrumbs } from "@/components/places/sites/site-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { sitePeoplePath } from "@/lib/people/site-admins/constants";
import { listSiteAdmins } from "@/lib/people/site-admins/queries";
import { requireActor } from "@/lib/permissions/actor";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ siteId: string; userId: string }> };

/** Taking an admin off a site, by UUID or e-mail address: what that means, before it is done. */
export default definePage(async function RemoveSiteAdminPage({ params }: Props) {
  const actor = await requireActor();
  const { siteId, userId } = await params;
  const key = decodeSegment(userId).toLowerCase();
  const found = await listSiteAdmins(actor, decodeSegment(siteId));
  const admin = found?.admins.find((known) => known.userId === key || known.email === key);
  if (found === null || admin === undefined) return <MissingPage />;
  const { site, remove, admins, unseenAdmins } = found;
  const path = sitePeoplePath(site);
  const crumbs = sitePeopleCrumbs(site, path);
  if (!remove.allowed) {
    return <NoAccessPage crumbs={crumbs} refused={`choose the admins of ${site.name}`} reasons={remove.reasons} />;
  }
  return (
    <PageBody crumbs={crumbs}>
      <OneForm title={removalTitle(site.name, admin)}>
        <RemoveSiteAdminForm
          site={{ id: site.id, name: site.name }}
          admin={{ userId: admin.userId, name: admin.name, itself: admin.itself }}
          last={admins.length + unseenAdmins === 1}
          cancelHref={path}
        />
      </OneForm>
    </PageBody>
  );
});
