import type { ReactNode } from "react";
import { ActionForm } from "@/components/patterns/action-form";
import { Toast } from "@/components/patterns/toast";
import { hideEventAction, unhideEventAction } from "@/lib/places/events/actions";
import type { EventNotice as NoticeCode } from "@/lib/places/events/constants";

const sentences: Readonly<Record<NoticeCode, string>> = {
  "event-hidden": "Event hidden from the public pages.",
  "event-shown": "Event shown on the public pages again.",
};

/**
 * What has just been done, as a toast, with the way back.
 * @param notice as `readEventNotice` gives it, so that it does not contradict the page.
 * @param hiddenBefore why it was hidden before it was shown again, where the reader may hide it once more.
 */
export function EventNotice({
  notice,
  eventId,
  hiddenBefore,
}: {
  notice: NoticeCode | null;
  eventId: string;
  hiddenBefore: string | null;
}) {
  if (notice === null) return null;
  return (
    <Toast key={notice} tone="success" message={sentences[notice]}>
      {undoOf(notice, eventId, hiddenBefore)}
    </Toast>
  );
}

function undoOf(notice: NoticeCode, eventId: string, hiddenBefore: string | null): ReactNode | undefined {
  if (notice === "event-hidden") {
    return (
      <ActionForm action={unhideEventAction} fields={{ eventId }} label="Undo: show the event again">
        Undo
      </ActionForm>
    );
  }
  if (hiddenBefore === null) return undefined;
  const fields = { eventId, reason: hiddenBefore };
  return (
    <ActionForm action={hideEventAction} fields={fields} label="Undo: hide the event for the same reason">
      Undo
    </ActionForm>
  );
}
