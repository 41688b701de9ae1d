import { Toast } from "@/components/patterns/toast";
import type { GrantNotice } from "@/lib/people/grants/constants";
import type { UserNotice as UserNoticeCode } from "@/lib/people/users/constants";

/** What each notice says. Only its code stands in the address, so that nobody can put words into the portal's mouth. */
const sentences: Readonly<Record<UserNoticeCode | GrantNotice, string>> = {
  "user-saved": "Changes saved.",
  "user-deactivated": "Account deactivated, and signed out everywhere.",
  "user-reactivated": "Account back in use.",
  "grant-given": "Role given.",
  "grant-extended": "Role changed.",
  "grant-ended": "Role ended.",
  "grant-ended-out-of-sight": "Role ended. The person is no longer within your remit.",
  "grant-place-removed": "Neighbourhood taken out of the role.",
};

/**
 * What has just been done to a person or to their roles, as a toast.
 * @param code the parameter `notice` as it came; anything but one of the codes says nothing.
 */
export function UserNotice({ code }: { code: unknown }) {
  if (typeof code !== "string" || !Object.hasOwn(sentences, code)) return null;
  return <Toast key={code} tone="success" message={sentences[code as keyof typeof sentences]} />;
}
