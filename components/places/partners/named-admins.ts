import type { PartnerRecord } from "@/lib/places/partners/queries";

/** A partner's admins by name, and at the end how many more it has whom the reader may not see; empty without any. */
export function namedAdmins({
  admins,
  unseenAdmins,
}: Pick<PartnerRecord, "admins" | "unseenAdmins">): readonly string[] {
  if (unseenAdmins === 0) return admins;
  return [...admins, `${unseenAdmins === 1 ? "1 person" : `${unseenAdmins} people`} outside your remit`];
}
