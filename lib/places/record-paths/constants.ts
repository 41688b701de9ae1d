import { userPath } from "@/lib/people/users/constants";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { partnerPath } from "@/lib/places/partners/constants";

/** The page of a record that the trail speaks of, by the id that it is told by there; null for what has no page. */
export function recordPath({ resourceType, resourceId }: { resourceType: string; resourceId: string }): string | null {
  if (resourceType === "partner") return partnerPath({ id: resourceId, externalId: null });
  if (resourceType === "neighbourhood") return neighbourhoodPath({ id: resourceId, code: resourceId });
  return resourceType === "user" ? userPath({ userId: resourceId, email: "" }) : null;
}
