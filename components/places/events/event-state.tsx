import { Badge } from "@/components/ui/badge";
import type { EventState as State } from "@/lib/places/event-list/constants";

/** What is worth knowing about an event's state at a glance; nothing of one that is shown. */
export function EventState({ state }: { state: State }) {
  if (state === "shown") return null;
  return state === "hidden" ? <Badge tone="warning">Hidden</Badge> : <Badge>Withdrawn</Badge>;
}
