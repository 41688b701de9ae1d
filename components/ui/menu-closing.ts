import { usePathname, useSearchParams } from "next/navigation";
import { type RefObject, useEffect, useRef } from "react";

const STOPS = "a[href], button:not(:disabled), input:not([type=hidden]), select";

/**
 * Closes an open menu when its person is done with it, and lets arrow keys move inside it.
 * @param settings it holds controls that change the page's parameters at once, several of which may be wanted.
 */
export function useMenuClosing(menu: RefObject<HTMLDetailsElement | null>, settings: boolean): void {
  useCloseOnPageChange(menu, settings);
  useEffect(() => {
    const details = menu.current;
    if (details === null) return;
    const stop = new AbortController();
    const listen = { signal: stop.signal };
    details.addEventListener("keydown", (event) => onKey(details, event), listen);
    details.addEventListener("click", (event) => onChoice(details, event), listen);
    const onElsewhere = ({ target }: Event) => {
      if (details.open && target instanceof Node && !details.contains(target)) details.open = false;
    };
    document.addEventListener("pointerdown", onElsewhere, listen);
    document.addEventListener("focusin", onElsewhere, listen);
    return () => stop.abort();
  }, [menu]);
}

/** A page that keeps its frame, or comes back to itself after an act, would keep the menu open too. */
function useCloseOnPageChange(menu: RefObject<HTMLDetailsElement | null>, settings: boolean): void {
  const search = useSearchParams().toString();
  const page = `${usePathname()}?${settings ? "" : search}`;
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    if (menu.current !== null) menu.current.open = false;
  }, [menu, page]);
}

function onKey(details: HTMLDetailsElement, event: KeyboardEvent): void {
  const summary = details.querySelector("summary");
  if (event.key === "Escape" && details.open) {
    // Whatever else Escape would close, such as the drawer around the menu, stays.
    event.preventDefault();
    event.stopPropagation();
    details.open = false;
    summary?.focus();
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
  event.preventDefault();
  details.open = true;
  const stops = [...details.querySelectorAll<HTMLElement>(`:scope > :not(summary) :is(${STOPS})`)];
  const step = event.key === "ArrowDown" ? 1 : -1;
  const at = stops.findIndex((stop) => stop.matches(":focus"));
  const next = at === -1 ? (step === 1 ? 0 : stops.length - 1) : (at + step + stops.length) % stops.length;
  stops[next]?.focus();
}

function onChoice(details: HTMLDetailsElement, { target }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const choice = target.closest("a[href], button[type=button]");
  if (choice !== null && details.contains(choice) && choice.closest("summary") === null) details.open = false;
}
