import { type KeyboardEvent, useRef } from "react";

/** Milliseconds within which a letter belongs to those before it. */
const ONE_WORD = 700;

/**
 * What the keys do in a tree whose items are `role="treeitem"`: arrows move, open and close, Home and End go to the ends,
 * letters jump to the next item that begins with them, Space opens and closes, Enter follows. Source: the ARIA pattern
 * "tree view". An item holds its link as `data-tree-link` and, as a branch, its arrow as `data-tree-toggle`.
 */
export function useTreeKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef({ text: "", at: 0 });
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const item = event.target.closest<HTMLElement>("[role=treeitem]");
    // A button inside an item keeps its own keys.
    if (item === null || event.target.closest("button") !== null) return;
    const goingOn = event.timeStamp - typed.current.at < ONE_WORD ? typed.current.text : "";
    if (event.key.length === 1 && !(event.key === " " && goingOn === "")) {
      typed.current = { text: goingOn + event.key.toLowerCase(), at: event.timeStamp };
      jumpTo(event.currentTarget, item, typed.current.text);
    } else if (!act(event.currentTarget, item, event.key)) return;
    event.preventDefault();
  };
}

/** Does what the key stands for; false where it means nothing here. */
function act(tree: HTMLElement, item: HTMLElement, key: string): boolean {
  const items = itemsOf(tree);
  const open = item.getAttribute("aria-expanded") === "true";
  switch (key) {
    case "ArrowDown":
      return go(items[items.indexOf(item) + 1]);
    case "ArrowUp":
      return go(items[items.indexOf(item) - 1]);
    case "Home":
      return go(items[0]);
    case "End":
      return go(items.at(-1));
    case "ArrowRight":
      return open ? go(itemsOf(item)[0]) : press(item, "toggle");
    case "ArrowLeft":
      return open ? press(item, "toggle") : go(above(item));
    case " ":
      return press(item, "toggle");
    case "Enter":
      return press(item, "link");
    default:
      return false;
  }
}

/** Stays where one is at an end, where the page must not scroll either. */
function go(item: HTMLElement | null | undefined): true {
  item?.focus();
  return true;
}

/** The items inside an element, from the top: what is closed holds none. */
function itemsOf(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>("[role=treeitem]")];
}

function above(item: HTMLElement): HTMLElement | null {
  return item.parentElement?.closest<HTMLElement>("[role=treeitem]") ?? null;
}

/** Presses an item's own part, and never one of an item inside it: its own come first. A leaf has no arrow to press. */
function press(item: HTMLElement, part: "link" | "toggle"): true {
  const found = item.querySelector<HTMLElement>(`[data-tree-${part}]`);
  if (found?.closest("[role=treeitem]") === item) found.click();
  return true;
}

/** One letter again and again goes from one item to the next; several look for a longer beginning, from where one is. */
function jumpTo(tree: HTMLElement, from: HTMLElement, text: string): void {
  const items = itemsOf(tree);
  const again = [...text].every((letter) => letter === text[0]);
  const start = items.indexOf(from) + (again ? 1 : 0);
  const wanted = again ? text.slice(0, 1) : text;
  const ordered = [...items.slice(start), ...items.slice(0, start)];
  const begins = (item: HTMLElement) => item.getAttribute("aria-label")?.toLowerCase().startsWith(wanted) === true;
  ordered.find(begins)?.focus();
}
