import { Toast } from "@/components/patterns/toast";
import { type SiteAdminNotice as NoticeCode, SITE_ADMIN_NOTICES } from "@/lib/people/site-admins/constants";

/** What each notice says. Only its code stands in the address, so that nobody can put words into the portal's mouth. */
const sentences: Readonly<Record<NoticeCode, string>> = {
  "site-admin-added": "Site admin added.",
  "site-admin-removed": "Site admin removed.",
};

/**
 * What has just been done to a site's admins, as a toast.
 * @param code the parameter `notice` as it came; anything but one of the codes says nothing.
 * @param count how many admins there are, which a notice must not contradict.
 */
export function SiteAdminNotice({ code, count }: { code: unknown; count: number }) {
  const notice = SITE_ADMIN_NOTICES.find((known) => known === code);
  if (notice === undefined || (notice === "site-admin-added" && count === 0)) return null;
  return <Toast key={notice} tone="success" message={sentences[notice]} />;
}
