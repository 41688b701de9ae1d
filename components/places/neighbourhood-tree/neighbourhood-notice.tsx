import { Toast } from "@/components/patterns/toast";
import {
  NEIGHBOURHOOD_NOTICES,
  type NeighbourhoodNotice as NoticeCode,
} from "@/lib/places/neighbourhood-tree/constants";

/** What each notice says. Only its code stands in the address, so that nobody can put words into the portal's mouth. */
const sentences: Readonly<Record<NoticeCode, string>> = {
  "neighbourhood-created": "Neighbourhood created.",
  "neighbourhood-saved": "Changes saved.",
  "neighbourhood-deleted": "Neighbourhood deleted.",
};

/**
 * What has just been done, as a toast.
 * @param code the parameter `notice` as it came; anything but one of the codes says nothing.
 * @param on the page it is said on: a deletion leads to the tree, everything else to the place itself.
 */
export function NeighbourhoodNotice({ code, on }: { code: unknown; on: "tree" | "record" }) {
  const notice = NEIGHBOURHOOD_NOTICES.find((known) => known === code);
  if (notice === undefined || (notice === "neighbourhood-deleted") !== (on === "tree")) return null;
  return <Toast key={notice} tone="success" message={sentences[notice]} />;
}
