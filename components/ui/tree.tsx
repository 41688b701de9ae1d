"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { type MouseEvent, type ReactNode, useState, useSyncExternalStore } from "react";
import { isPlainPress } from "./plain-press";
import { Spinner } from "./spinner";
import { useTreeKeys } from "./tree-keys";

/** What a tree takes. Keys are unique in the whole tree. */
export type TreeProps<Item> = {
  label: string;
  items: readonly Item[];
  itemKey: (item: Item) => string;
  /** The item in words, for screen readers and for typing ahead: its name first. */
  itemText: (item: Item) => string;
  /** Where the item leads. */
  itemHref: (item: Item) => string;
  /** Whether anything lies below it. */
  isBranch: (item: Item) => boolean;
  /** What lies below an open one; undefined while that is on its way. */
  itemChildren: (item: Item) => readonly Item[] | undefined;
  /** Keys of what is open. */
  opened: ReadonlySet<string>;
  onToggle: (item: Item, open: boolean) => void;
  /** Where its arrow leads without scripts: the same page with this one open, or closed. */
  toggleHref: (item: Item, open: boolean) => string;
  /** The item's name, which is its link. */
  renderName: (item: Item) => ReactNode;
  /** What stands beside the name; `itemText` says it too. */
  renderDetail?: (item: Item) => ReactNode;
  /** What stands below an open item instead of what could not be brought. */
  renderFault?: (item: Item) => ReactNode;
};

/**
 * A tree of records. The server sends nested lists of links, whose arrows lead to the page with one more branch open or
 * closed; once scripts run the same elements are a tree for the keyboard and for screen readers (`useTreeKeys`), with
 * one stop for Tab, and arrows open in place. Nothing moves when that happens.
 */
export function Tree<Item>(props: TreeProps<Item>) {
  const { label, items, itemKey } = props;
  const scripted = useSyncExternalStore(never, yes, no);
  const onKeyDown = useTreeKeys();
  const [last, setLast] = useState<string | null>(null);
  const shown = visibleKeys(props, items);
  const stop = last !== null && shown.includes(last) ? last : shown[0];
  return (
    <ul
      role={scripted ? "tree" : undefined}
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const key = target.closest("[data-tree-key]")?.getAttribute("data-tree-key");
        if (key != null) setLast(key);
      }}
    >
      {items.map((item) => (
        <Branch key={itemKey(item)} tree={props} item={item} stop={scripted ? stop : undefined} />
      ))}
    </ul>
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;

function visibleKeys<Item>(tree: TreeProps<Item>, items: readonly Item[]): string[] {
  return items.flatMap((item) => {
    const key = tree.itemKey(item);
    return [key, ...(isOpen(tree, item) ? visibleKeys(tree, tree.itemChildren(item) ?? []) : [])];
  });
}

function isOpen<Item>({ itemKey, isBranch, opened }: TreeProps<Item>, item: Item): boolean {
  return isBranch(item) && opened.has(itemKey(item));
}

/** @param props.stop the key of the item that Tab goes to; undefined before scripts run, when every link is one. */
function Branch<Item>({ tree, item, stop }: { tree: TreeProps<Item>; item: Item; stop: string | undefined }) {
  const key = tree.itemKey(item);
  const open = isOpen(tree, item);
  const below = open ? tree.itemChildren(item) : undefined;
  const fault = open ? tree.renderFault?.(item) : undefined;
  const scripted = stop !== undefined;
  const asItem = {
    role: "treeitem",
    "aria-label": tree.itemText(item),
    "aria-expanded": tree.isBranch(item) ? open : undefined,
    "aria-busy": (open && below === undefined && !fault) || undefined,
    tabIndex: key === stop ? 0 : -1,
  };
  return (
    <li id={treeItemId(key)} data-tree-key={key} {...(scripted ? asItem : {})} className={itemClass}>
      <Row tree={tree} item={item} open={open} busy={scripted && asItem["aria-busy"] === true} scripted={scripted} />
      {Boolean(fault) && <div className="ms-7 py-1 ps-1.5">{fault}</div>}
      {below !== undefined && below.length > 0 && (
        <ul role={scripted ? "group" : undefined} className="ms-3.5 border-s border-line ps-1.5 sm:ps-2.5">
          {below.map((child) => (
            <Branch key={tree.itemKey(child)} tree={tree} item={child} stop={stop} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The id of an item's element, to which the arrow's address may lead back. */
export function treeItemId(key: string): string {
  return `tree-${encodeURIComponent(key)}`;
}

type RowProps<Item> = { tree: TreeProps<Item>; item: Item; open: boolean; busy: boolean; scripted: boolean };

function Row<Item>({ tree, item, open, busy, scripted }: RowProps<Item>) {
  return (
    <div className="flex min-h-9 items-center gap-1 rounded-md pe-2 transition-colors hover:bg-sunken">
      {tree.isBranch(item) ? (
        <Toggle tree={tree} item={item} open={open} busy={busy} scripted={scripted} />
      ) : (
        <span className="size-7 shrink-0" />
      )}
      <Link
        href={tree.itemHref(item)}
        prefetch={false}
        tabIndex={scripted ? -1 : undefined}
        data-tree-link
        className="rounded-sm px-1 py-1 font-medium wrap-anywhere text-accent underline decoration-transparent underline-offset-2 hover:text-accent-strong hover:decoration-current focus-visible:decoration-current"
      >
        {tree.renderName(item)}
      </Link>
      {tree.renderDetail?.(item)}
    </div>
  );
}

function Toggle<Item>({ tree, item, open, busy, scripted }: RowProps<Item>) {
  const press = (event: MouseEvent<HTMLElement>) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    event.currentTarget.closest<HTMLElement>("[role=treeitem]")?.focus();
    tree.onToggle(item, !open);
  };
  return (
    <a
      href={tree.toggleHref(item, !open)}
      onClick={press}
      tabIndex={scripted ? -1 : undefined}
      data-tree-toggle
      className="grid size-7 shrink-0 place-items-center rounded-sm text-ink-muted hover:bg-line hover:text-ink"
    >
      {busy ? (
        <Spinner className="size-3.5" />
      ) : (
        <ChevronRight aria-hidden className={`size-4 transition-transform ${open ? "rotate-90" : ""}`} />
      )}
      <span className="sr-only">
        {open ? "Close" : "Open"} {tree.renderName(item)}
      </span>
    </a>
  );
}

const itemClass =
  "scroll-mt-16 outline-none focus-visible:outline-none [&:focus-visible>div:first-child]:outline-2 [&:focus-visible>div:first-child]:-outline-offset-2 [&:focus-visible>div:first-child]:outline-focus";
