import type { ReactNode } from "react";
import { ActionForm } from "@/components/patterns/action-form";
import { Toast } from "@/components/patterns/toast";
import type { NoticeFacts } from "@/lib/places/partner-notices/queries";
import { readPartnerNotice } from "@/lib/places/partner-notices/schemas";
import { hidePartnerAction, unhidePartnerAction } from "@/lib/places/partners/actions";
import type { PartnerNotice as NoticeCode } from "@/lib/places/partners/constants";
import { beyondArea } from "./beyond-area";

/** What each notice says. Only its code stands in the address, so that nobody can put words into the portal's mouth. */
const sentences: Readonly<Record<Exclude<NoticeCode, "partner-saved-beyond-area">, string>> = {
  "partner-created": "Partner created.",
  "partner-saved": "Changes saved.",
  "partner-saved-out-of-sight": "Changes saved. The partner is no longer within your remit.",
  "partner-hidden": "Partner hidden from the public pages.",
  "partner-shown": "Partner shown on the public pages again.",
  "partner-deleted": "Partner deleted.",
};

/**
 * What has just been done, as a toast, with the way back where there is one that nobody outside could have noticed.
 * @param code the parameter `notice` as it came; anything but one of the codes says nothing, and so does one that the facts contradict.
 * @param facts none on the list.
 */
export function PartnerNotice({ code, facts }: { code: unknown; facts?: NoticeFacts }) {
  const notice = readPartnerNotice(code, facts ?? "list");
  if (notice === null) return null;
  const beyond = notice === "partner-saved-beyond-area";
  return (
    <Toast
      key={notice}
      tone={beyond ? "warning" : "success"}
      message={beyond ? savedBeyond(facts?.removedBeyondArea ?? []) : sentences[notice]}
    >
      {facts === undefined ? undefined : undoOf(notice, facts)}
    </Toast>
  );
}

function undoOf(notice: NoticeCode, { partnerId, hidden, hiddenBefore }: NoticeFacts): ReactNode | undefined {
  if (notice === "partner-hidden" && hidden) {
    return (
      <ActionForm action={unhidePartnerAction} fields={{ partnerId }} label="Undo: show the partner again">
        Undo
      </ActionForm>
    );
  }
  if (notice === "partner-shown" && !hidden && hiddenBefore !== null) {
    const fields = { partnerId, reason: hiddenBefore };
    return (
      <ActionForm action={hidePartnerAction} fields={fields} label="Undo: hide the partner for the same reason">
        Undo
      </ActionForm>
    );
  }
  return undefined;
}

function savedBeyond(places: readonly string[]): string {
  return `Changes saved. ${beyondArea(places, (them) => `could not put ${them} back yourself`)}`;
}
