import type { ReactNode } from "react";
import { ActionForm } from "@/components/patterns/action-form";
import { listed } from "@/components/patterns/listed";
import { Toast } from "@/components/patterns/toast";
import { TextLink } from "@/components/ui/text-link";
import { DELETED_PARTNERS_PATH, RESTORE_DAYS } from "@/lib/places/partner-deletions/constants";
import type { NoticeFacts } from "@/lib/places/partner-notices/queries";
import { readPartnerNotice } from "@/lib/places/partner-notices/schemas";
import { hidePartnerAction, unhidePartnerAction } from "@/lib/places/partners/actions";
import type { PartnerNotice as NoticeCode } from "@/lib/places/partners/constants";
import { beyondArea } from "./beyond-area";

/** What each notice says. Only its code stands in the address, so that nobody can put words into the portal's mouth. */
const sentences: Readonly<
  Record<Exclude<NoticeCode, "partner-saved-beyond-area" | "partner-restored-in-part">, string>
> = {
  "partner-created": "Partner created.",
  "partner-saved": "Changes saved.",
  "partner-saved-out-of-sight": "Changes saved. The partner is no longer within your remit.",
  "partner-hidden": "Partner hidden from the public pages.",
  "partner-shown": "Partner shown on the public pages again.",
  "partner-deleted": `Partner deleted. Root can bring it back within ${RESTORE_DAYS} days.`,
  "partner-restored": "Partner brought back.",
};

/**
 * What has just been done, as a toast, with the way back where there is one that nobody outside could have noticed.
 * @param code the parameter `notice` as it came; anything but one of the codes says nothing, and so does one that the facts contradict.
 * @param facts none on the list.
 * @param mayRestore whether the reader may bring back what was deleted: then the way there stands beside it.
 */
export function PartnerNotice({
  code,
  facts,
  mayRestore = false,
}: {
  code: unknown;
  facts?: NoticeFacts;
  mayRestore?: boolean;
}) {
  const notice = readPartnerNotice(code, facts ?? "list");
  if (notice === null) return null;
  const { tone, message } = said(notice, facts);
  return (
    <Toast key={notice} tone={tone} message={message}>
      {facts === undefined ? wayBack(notice, mayRestore) : undoOf(notice, facts)}
    </Toast>
  );
}

function said(notice: NoticeCode, facts: NoticeFacts | undefined): { tone: "success" | "warning"; message: string } {
  if (notice === "partner-saved-beyond-area") {
    return { tone: "warning", message: savedBeyond(facts?.removedBeyondArea ?? []) };
  }
  if (notice === "partner-restored-in-part") {
    return { tone: "warning", message: `Partner brought back, without ${listed(facts?.leftOut ?? [])}.` };
  }
  return { tone: "success", message: sentences[notice] };
}

function wayBack(notice: NoticeCode, mayRestore: boolean): ReactNode | undefined {
  if (notice !== "partner-deleted" || !mayRestore) return undefined;
  return <TextLink href={DELETED_PARTNERS_PATH}>Deleted partners</TextLink>;
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
