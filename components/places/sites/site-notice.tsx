import { Toast } from "@/components/patterns/toast";
import { type SiteNotice as NoticeCode, SITE_NOTICES } from "@/lib/places/sites/constants";

/** What each notice says. Only its code stands in the address, so that nobody can put words into the portal's mouth. */
const sentences: Readonly<Record<NoticeCode, string>> = {
  "site-created": "Site created. It is not published yet.",
  "site-saved": "Changes saved.",
  "site-published": "Site published.",
  "site-unpublished": "Site taken off the public pages.",
  "site-deleted": "Site deleted.",
};

/**
 * What has just been done, as a toast.
 * @param code the parameter `notice` as it came; anything but one of the codes says nothing, and so does one that the
 * site contradicts.
 * @param site how the site stands now; null on the list, to which only a deletion leads.
 */
export function SiteNotice({ code, site }: { code: unknown; site: { published: boolean } | null }) {
  const notice = SITE_NOTICES.find((known) => known === code);
  if (notice === undefined || !holds(notice, site)) return null;
  return <Toast key={notice} tone="success" message={sentences[notice]} />;
}

function holds(notice: NoticeCode, site: { published: boolean } | null): boolean {
  if (site === null || notice === "site-deleted") return site === null && notice === "site-deleted";
  if (notice === "site-saved") return true;
  return site.published === (notice === "site-published");
}
