"use client";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Collection } from "react-aria-components/Collection";
import { Tree as AriaTree, TreeItem, TreeItemContent } from "react-aria-components/Tree";

/** What a tree takes. Keys are unique in the whole tree. */
export type TreeProps<Item> = {
  label: string;
  items: readonly Item[];
  itemKey: (item: Item) => string;
  /** The item in words, for screen readers and for typing ahead. */
  itemText: (item: Item) => string;
  /** What lies below it; nothing makes it a leaf. */
  itemChildren: (item: Item) => readonly Item[];
  /** Where Enter or a press on it leads. */
  itemHref?: (item: Item) => string;
  /** What to do instead of following an address. */
  onChoose?: (key: string) => void;
  renderItem?: (item: Item) => ReactNode;
  /** Keys of what is open at first. */
  opened?: readonly string[];
};

/**
 * A tree of records (react-aria): arrow keys open, close and move, letters jump, Enter follows. Heavy: load it by
 * `import()`, and show nested lists or links where there are no scripts.
 */
export function Tree<Item extends object>(props: TreeProps<Item>) {
  const { label, items, itemKey, onChoose, opened = [] } = props;
  return (
    <AriaTree
      aria-label={label}
      items={items.map((item) => ({ id: itemKey(item), item }))}
      defaultExpandedKeys={[...opened]}
      onAction={onChoose === undefined ? undefined : (key) => onChoose(String(key))}
      className="outline-none"
    >
      {({ item }) => <Branch tree={props} item={item} />}
    </AriaTree>
  );
}

/** The collection around it adds an id and a value of its own to the props, which are no business of what lies below. */
function Branch<Item extends object>({ tree, item }: { tree: TreeProps<Item>; item: Item }) {
  const { itemKey, itemText, itemChildren, itemHref, renderItem = itemText } = tree;
  const below = itemChildren(item);
  return (
    <TreeItem id={itemKey(item)} textValue={itemText(item)} href={itemHref?.(item)} className={rowClass}>
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div
            className="flex min-h-8 items-center gap-1.5 pe-3"
            style={{ paddingInlineStart: `${level * 1.25 - 1}rem` }}
          >
            {hasChildItems ? (
              <Button
                slot="chevron"
                className="inline-flex size-6 items-center justify-center rounded-sm hover:bg-line"
              >
                <ChevronRight
                  aria-hidden
                  className="size-4 text-ink-muted transition-transform group-data-expanded/row:rotate-90"
                />
              </Button>
            ) : (
              <span className="size-6" />
            )}
            {renderItem(item)}
          </div>
        )}
      </TreeItemContent>
      <Collection items={below.map((child) => ({ id: itemKey(child), item: child }))}>
        {({ item: child }) => <Branch tree={tree} item={child} />}
      </Collection>
    </TreeItem>
  );
}

const rowClass =
  "group/row cursor-default rounded-md outline-none hover:bg-sunken data-href:cursor-pointer data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus";
