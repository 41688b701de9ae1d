"use client";
import { Eye } from "lucide-react";
import { useActionState } from "react";
import { ActionMessage } from "@/components/patterns/action-message";
import { MenuItem } from "@/components/ui/menu";
import { unhidePartnerAction } from "@/lib/places/partners/actions";

/** The line of a menu that puts a hidden partner back on the public pages. A refusal appears below it. */
export function ShowAgain({ partnerId }: { partnerId: string }) {
  const [result, submit, pending] = useActionState(unhidePartnerAction, null);
  return (
    <form action={submit}>
      <input type="hidden" name="partnerId" value={partnerId} />
      <MenuItem type="submit" disabled={pending}>
        <Eye aria-hidden />
        Show again
      </MenuItem>
      <div className="px-3.5">
        <ActionMessage result={result} />
      </div>
    </form>
  );
}
