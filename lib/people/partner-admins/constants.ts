import { recordSegment } from "@/lib/platform/addresses/constants";

/** The address of the list of partners, for somebody who has left the only one they could see. */
export const PARTNER_LIST_PATH = "/places/partners";

/** The address of a partner's tab "People with access". */
export function partnerPeoplePath({ id, externalId }: { id: string; externalId: string | null }): string {
  return `${PARTNER_LIST_PATH}/${recordSegment(id, externalId)}/people`;
}

/** The address of the form that makes somebody an admin of a partner. */
export function addPartnerAdminPath(partner: { id: string; externalId: string | null }): string {
  return `${partnerPeoplePath(partner)}/new`;
}

/** The address of the question whether to take somebody off a partner; the page also knows people by e-mail address. */
export function removePartnerAdminPath(partner: { id: string; externalId: string | null }, userId: string): string {
  return `${partnerPeoplePath(partner)}/${encodeURIComponent(userId)}/remove`;
}

/** What a page says after a change that led to it, as `?notice=CODE`. `partner-admin-left`: the actor took themselves off. */
export const PARTNER_ADMIN_NOTICES = ["partner-admin-added", "partner-admin-removed", "partner-admin-left"] as const;

/** One of those notices. */
export type PartnerAdminNotice = (typeof PARTNER_ADMIN_NOTICES)[number];

/** How often one person may look somebody up by e-mail address: thirty times an hour, more than anybody links by hand. */
export const LOOK_UP_LIMIT = { name: "user-look-up", points: 30, seconds: 3600 } as const;
