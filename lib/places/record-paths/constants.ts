import { userPath } from "@/lib/people/users/constants";
import { calendarPath } from "@/lib/places/calendars/constants";
import { eventPath } from "@/lib/places/events/constants";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { partnerPath } from "@/lib/places/partners/constants";
import { sitePath } from "@/lib/places/sites/constants";
import { tagPath } from "@/lib/places/tags/constants";

/** The page of a record that the trail speaks of, by the id that it is told by there; null for what has no page. */
export function recordPath({ resourceType, resourceId }: { resourceType: string; resourceId: string }): string | null {
  if (resourceType === "partner") return partnerPath({ id: resourceId, externalId: null });
  if (resourceType === "neighbourhood") return neighbourhoodPath({ id: resourceId, code: resourceId });
  if (resourceType === "calendar") return calendarPath({ id: resourceId, externalId: null });
  if (resourceType === "tag") return tagPath({ id: resourceId, externalId: null });
  if (resourceType === "event") return eventPath({ id: resourceId });
  if (resourceType === "site") return sitePath({ id: resourceId, externalId: null });
  return resourceType === "user" ? userPath({ userId: resourceId, email: "" }) : null;
}
