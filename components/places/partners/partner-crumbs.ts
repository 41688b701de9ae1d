import type { Crumb } from "@/components/patterns/breadcrumb";
import { PARTNERS_PATH, partnerPath } from "@/lib/places/partners/constants";

/** The way to a partner's page; with the partner, to what lies below its page. */
export function partnerCrumbs(partner?: { id: string; externalId: string | null; name: string }): Crumb[] {
  const list = { label: "Partners", href: PARTNERS_PATH };
  return partner === undefined ? [list] : [list, { label: partner.name, href: partnerPath(partner) }];
}

/**
 * The way to what lies below the tab with a partner's people.
 * @param path the address of that tab.
 */
export function peopleCrumbs(partner: { id: string; externalId: string | null; name: string }, path: string): Crumb[] {
  return [...partnerCrumbs(partner), { label: "People with access", href: path }];
}
