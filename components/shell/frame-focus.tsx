"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Keeps the focus where one is working: within the open drawer, and after the way to another page in that page. Shows
 * nothing; without scripts the browser starts every page anew.
 * @param drawerId the popover that holds the navigation.
 */
export function FrameFocus({ drawerId }: { drawerId: string }) {
  useEffect(() => {
    const drawer = document.getElementById(drawerId);
    if (drawer === null) return;
    const stop = new AbortController();
    const opened = () => {
      enter(drawer);
      setAside(drawer, true);
    };
    // Only when it is open: the browser has by then noted where the focus came from.
    const onToggle = ({ newState }: ToggleEvent) => (newState === "open" ? opened() : leave(drawer));
    // Before it is closed: the browser gives the focus back to a button that must take it.
    const onBeforeToggle = ({ newState }: ToggleEvent) => newState === "closed" && setAside(drawer, false);
    drawer.addEventListener("toggle", onToggle, { signal: stop.signal });
    drawer.addEventListener("beforetoggle", onBeforeToggle, { signal: stop.signal });
    // It may have been opened before there was anybody to listen.
    if (drawer.matches(":popover-open")) opened();
    return () => stop.abort();
  }, [drawerId]);
  const pathname = usePathname();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const main = document.getElementById("main");
    if (main?.contains(document.activeElement) === false) main.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}

/** Takes everything beside the drawer out of reach while it is open, or gives it back. */
function setAside(drawer: HTMLElement, aside: boolean): void {
  for (const sibling of drawer.parentElement?.children ?? []) {
    if (sibling !== drawer && sibling instanceof HTMLElement) sibling.inert = aside;
  }
}

function enter(drawer: HTMLElement): void {
  if (!drawer.contains(document.activeElement)) drawer.querySelector("button")?.focus();
}

/** The browser gives the focus back from inside the drawer alone; it may have gone on to the browser's own bars. */
function leave(drawer: HTMLElement): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(`[popovertarget="${drawer.id}"]:not([popovertargetaction])`)?.focus();
}
