import { recordSegment } from "@/lib/platform/addresses/constants";

/** The address of a site's tab "People with access". */
export function sitePeoplePath({ id, externalId }: { id: string; externalId: string | null }): string {
  return `/places/sites/${recordSegment(id, externalId)}/people`;
}

/** The address of the form that makes somebody an admin of a site. */
export function addSiteAdminPath(site: { id: string; externalId: string | null }): string {
  return `${sitePeoplePath(site)}/new`;
}

/** The address of the question whether to take somebody off a site; the page also knows people by e-mail address. */
export function removeSiteAdminPath(site: { id: string; externalId: string | null }, userId: string): string {
  return `${sitePeoplePath(site)}/${encodeURIComponent(userId)}/remove`;
}

/** What a page says after a change that led to it, as `?notice=CODE`. */
export const SITE_ADMIN_NOTICES = ["site-admin-added", "site-admin-removed"] as const;

/** One of those notices. */
export type SiteAdminNotice = (typeof SITE_ADMIN_NOTICES)[number];
