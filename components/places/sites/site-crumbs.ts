import type { Crumb } from "@/components/patterns/breadcrumb";
import { SITES_PATH, sitePath } from "@/lib/places/sites/constants";

type NamedSite = { id: string; externalId: string | null; name: string };

/** The way to a site's page; with the site, to what lies below its page. */
export function siteCrumbs(site?: NamedSite): Crumb[] {
  const list = { label: "Sites", href: SITES_PATH };
  return site === undefined ? [list] : [list, { label: site.name, href: sitePath(site) }];
}

/**
 * The way to what lies below the tab with a site's people.
 * @param path the address of that tab.
 */
export function sitePeopleCrumbs(site: NamedSite, path: string): Crumb[] {
  return [...siteCrumbs(site), { label: "People with access", href: path }];
}
