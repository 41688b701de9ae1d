"use client";
import { CircleCheck, TriangleAlert, X } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { NOTICE, withoutNotice } from "./notice-address";
import { useToastTime } from "./toast-time";
import { announce } from "./toaster";

/** Milliseconds that a toast stays: enough to read a sentence, and to think where it offers to undo something. */
const STAYS = { alone: 8_000, withAction: 20_000 };

/** What a toast says: that something was done, or that it was done and there is something to know about it. */
export type ToastProps = {
  tone: "success" | "warning";
  message: string;
  /** What undoes it, as a form with a button. */
  children?: ReactNode;
};

/**
 * What has just been done, said once on the page that one was led to with `?notice=…`. It is read out, can be closed,
 * and goes by itself (`useToastTime`). The parameter leaves the address at once, so that neither a reload nor the way
 * back says it again. Without scripts it stays until it is closed.
 */
export function Toast(props: ToastProps) {
  const { message } = props;
  const pathname = usePathname();
  const search = useSearchParams();
  const asked = search.has(NOTICE);
  const address = withoutNotice(pathname, search.toString());
  const [open, setOpen] = useState(asked);
  const close = useCallback(() => {
    setOpen(false);
    announce("");
  }, []);
  useEffect(() => {
    if (!asked) return;
    setOpen(true);
    announce(message);
    // Without state of its own, so that the framework follows the address and keeps its own state; and not before the
    // framework listens, which it does at the end of the very first effects.
    const timer = setTimeout(() => window.history.replaceState(null, "", address));
    return () => clearTimeout(timer);
  }, [asked, message, address]);
  return open && <OpenToast {...props} address={address} close={close} />;
}

function OpenToast({ tone, message, children, address, close }: ToastProps & { address: string; close: () => void }) {
  const box = useRef<HTMLElement>(null);
  useToastTime(box, children === undefined ? STAYS.alone : STAYS.withAction, close);
  const closeByHand = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    close();
    // The focus would go with the toast; the page is what comes next.
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  const Icon = tone === "success" ? CircleCheck : TriangleAlert;
  return (
    <section
      ref={box}
      aria-label="Notice"
      onKeyDown={(event) => event.key === "Escape" && closeByHand(event)}
      className="fixed inset-x-4 bottom-4 z-(--z-toast) flex items-start gap-2.5 rounded-lg border border-line bg-raised py-2.5 ps-3.5 pe-2 text-ink shadow-dialog transition duration-(--motion-steady) starting:translate-y-2 starting:opacity-0 sm:start-auto sm:max-w-md print:hidden"
    >
      <Icon aria-hidden className={`mt-1.75 size-4.5 ${tone === "success" ? "text-success" : "text-warning"}`} />
      <div className="flex min-h-8 flex-1 flex-wrap items-center gap-x-4 gap-y-1.5">
        <p className="py-1.25 font-medium">{message}</p>
        {children}
      </div>
      <a
        href={address}
        onClick={closeByHand}
        className="grid size-8 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden className="size-4" />
        <span className="sr-only">Close</span>
      </a>
    </section>
  );
}
