import { Eye, EyeOff } from "lucide-react";
import { ActionForm } from "@/components/patterns/action-form";
import { DialogLink } from "@/components/ui/dialog";
import { unhideEventAction } from "@/lib/places/events/actions";
import { type EventAct, eventPath } from "@/lib/places/events/constants";
import type { EventRecord, EventRemit } from "@/lib/places/events/queries";
import { HideEventForm } from "./hide-event-form";

/** What may be done to an event: its source says everything else about it. What one may not do is not there. */
export function EventActions({ event, acts }: { event: EventRecord; acts: EventRemit["acts"] }) {
  const may = (name: EventAct) => acts.some(({ act, allowed }) => act === name && allowed);
  return (
    <>
      {may("hide") && (
        <DialogLink
          href={`${eventPath(event)}/hide`}
          label={
            <>
              <EyeOff aria-hidden className="size-4" />
              Hide…
            </>
          }
          title={`Hide ${event.title}?`}
        >
          <HideEventForm eventId={event.id} />
        </DialogLink>
      )}
      {may("unhide") && (
        <ActionForm action={unhideEventAction} fields={{ eventId: event.id }}>
          <Eye aria-hidden className="size-4" />
          Show again
        </ActionForm>
      )}
    </>
  );
}
