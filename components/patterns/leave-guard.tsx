"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type GoOn, watchLeaving } from "./leaving";

/**
 * Asks before a page with unsaved changes is left (`watchLeaving`).
 * @param isDirty answers at the moment of leaving.
 */
export function LeaveGuard({ isDirty }: { isDirty: () => boolean }) {
  const [wanted, setWanted] = useState<{ goOn: GoOn } | null>(null);
  const { push } = useRouter();
  const dirty = useRef(isDirty);
  dirty.current = isDirty;
  useEffect(
    () =>
      watchLeaving(
        () => dirty.current(),
        (goOn) => setWanted({ goOn }),
        push,
      ),
    [push],
  );
  if (wanted === null) return null;
  const leave = () => {
    setWanted(null);
    wanted.goOn();
  };
  return (
    <Dialog title="Leave without saving?" onClose={() => setWanted(null)}>
      <p>What you changed here is not saved yet.</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button type="button" tone="quiet" onClick={leave}>
          Leave without saving
        </Button>
        <Button type="button" tone="primary" data-first onClick={() => setWanted(null)}>
          Stay on this page
        </Button>
      </div>
    </Dialog>
  );
}
