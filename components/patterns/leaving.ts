import { isPlainPress } from "@/components/ui/plain-press";

/** Goes on to where its person wanted to go. */
export type GoOn = () => void;

/**
 * Stops ways out of the page while something would be lost, and asks first: links inside the portal, and the browser's
 * way back where the browser lets itself be asked (the Navigation API). Closing the tab, reloading and other sites are
 * asked about by the browser itself, in its own words. Links marked `data-unguarded` are let through.
 * @param push leads to an address of the portal.
 * @returns ends the watch.
 */
export function watchLeaving(
  isDirty: () => boolean,
  ask: (goOn: GoOn) => void,
  push: (href: string) => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener("beforeunload", (event) => isDirty() && event.preventDefault(), { signal });
  const onClick = (event: MouseEvent) => {
    const href = followed(event);
    if (href === null || !isDirty()) return;
    // Before the framework sees it, which listens at the document, and before another form's watch asks again.
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(() => push(href));
  };
  window.addEventListener("click", onClick, { capture: true, signal });
  if ("navigation" in window) watchHistory(isDirty, ask, signal);
  return () => stop.abort();
}

function watchHistory(isDirty: () => boolean, ask: (goOn: GoOn) => void, signal: AbortSignal): void {
  let released = false;
  const onNavigate = (event: NavigateEvent) => {
    const traversal = event.navigationType === "traverse" && event.cancelable && !isHere(event.destination.url);
    if (!traversal || released || !isDirty()) return;
    event.preventDefault();
    ask(() => {
      released = true;
      window.navigation.traverseTo(event.destination.key);
    });
  };
  window.navigation.addEventListener("navigate", onNavigate, { signal });
}

/** The address of the portal's own that a click would open in place of this page; null where it would not. */
function followed(event: MouseEvent): string | null {
  const { target } = event;
  if (!isPlainPress(event) || !(target instanceof Element)) return null;
  const link = target.closest<HTMLAnchorElement>("a[href]");
  if (link === null || link.target !== "" || link.hasAttribute("download")) return null;
  if (link.hasAttribute("data-unguarded") || link.getAttribute("aria-haspopup") === "dialog") return null;
  const { origin, pathname, search, hash, href } = new URL(link.href);
  // Another site unloads the page, which the browser asks about by itself.
  if (origin !== window.location.origin) return null;
  return isHere(href) && hash !== "" ? null : `${pathname}${search}${hash}`;
}

/** Whether an address is another place on this very page. */
function isHere(href: string): boolean {
  const { pathname, search } = new URL(href);
  return pathname === window.location.pathname && search === window.location.search;
}
