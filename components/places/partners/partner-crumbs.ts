import type { Crumb } from "@/components/patterns/breadcrumb";
import { PARTNERS_PATH, partnerPath } from "@/lib/places/partners/constants";

/** The way to a partner's page; with the partner, to what lies below its page. */
export function partnerCrumbs(partner?: { id: string; externalId: string | null; name: string }): Crumb[] {
  const list = { label: "Partners", href: PARTNERS_PATH };
  return partner === undefined ? [list] : [list, { label: partner.name, href: partnerPath(partner) }];
}
