import { Toast } from "@/components/patterns/toast";
import { type PartnerAdminNotice as NoticeCode, PARTNER_ADMIN_NOTICES } from "@/lib/people/partner-admins/constants";
import type { PartnerAdmins } from "@/lib/people/partner-admins/queries";

/** What each notice says. Only its code stands in the address, so that nobody can put words into the portal's mouth. */
const sentences: Readonly<Record<NoticeCode, string>> = {
  "partner-admin-added": "Admin added.",
  "partner-admin-removed": "Admin removed.",
  "partner-admin-left": "You are no longer an admin of the partner.",
};

/**
 * What has just been done to a partner's admins, as a toast.
 * @param code the parameter `notice` as it came; anything but one of the codes says nothing, and so does one that the
 * admins contradict.
 * @param admins those of the partner whose page this is; null on the list, to which only whoever left is led.
 */
export function PartnerAdminNotice({ code, admins }: { code: unknown; admins: PartnerAdmins["admins"] | null }) {
  const notice = PARTNER_ADMIN_NOTICES.find((known) => known === code);
  if (notice === undefined || !holds(notice, admins)) return null;
  return <Toast key={notice} tone="success" message={sentences[notice]} />;
}

function holds(notice: NoticeCode, admins: PartnerAdmins["admins"] | null): boolean {
  if (notice === "partner-admin-left") return admins === null || !admins.some(({ itself }) => itself);
  return admins !== null && (notice === "partner-admin-removed" || admins.length > 0);
}
