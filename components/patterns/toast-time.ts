import { type RefObject, useEffect } from "react";
import { countdown } from "./countdown";

/**
 * Ends a toast after so many milliseconds, but not while somebody is at it: pointing at it, with the focus in it, waiting
 * for what they pressed in it, or with the window out of sight.
 */
export function useToastTime(box: RefObject<HTMLElement | null>, milliseconds: number, end: () => void): void {
  useEffect(() => {
    const toast = box.current;
    if (toast === null) return;
    const count = countdown(milliseconds, end);
    let sent = false;
    const look = () => {
      if (sent || document.hidden || toast.matches(":hover, :focus-within")) count.hold();
      else count.run();
    };
    const onSubmit = () => {
      sent = true;
      look();
    };
    const stop = new AbortController();
    const listen = { signal: stop.signal };
    for (const event of ["pointerenter", "pointerleave", "focusin", "focusout"]) {
      // After the event, when the focus has arrived where it goes.
      toast.addEventListener(event, () => queueMicrotask(look), listen);
    }
    toast.addEventListener("submit", onSubmit, listen);
    document.addEventListener("visibilitychange", look, listen);
    look();
    return () => {
      stop.abort();
      count.hold();
    };
  }, [box, milliseconds, end]);
}
