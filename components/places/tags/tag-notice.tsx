import { Toast } from "@/components/patterns/toast";
import { type TagNotice as NoticeCode, TAG_NOTICES } from "@/lib/places/tags/constants";

/** What each notice says. Only its code stands in the address, so that nobody can put words into the portal's mouth. */
const sentences: Readonly<Record<NoticeCode, string>> = {
  "tag-created": "Tag created.",
  "tag-saved": "Changes saved.",
  "tag-deleted": "Tag deleted.",
};

/**
 * What has just been done, as a toast.
 * @param code the parameter `notice` as it came; anything but one of the codes says nothing.
 * @param on the page it is said on: a deletion leads to the list, everything else to the tag itself.
 */
export function TagNotice({ code, on }: { code: unknown; on: "list" | "record" }) {
  const notice = TAG_NOTICES.find((known) => known === code);
  if (notice === undefined || (notice === "tag-deleted") !== (on === "list")) return null;
  return <Toast key={notice} tone="success" message={sentences[notice]} />;
}
