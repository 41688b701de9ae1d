const line =
  "flex min-h-9 w-full items-center gap-2.5 px-3.5 py-1 text-start text-base transition-colors focus-visible:-outline-offset-2 [&>.lucide]:size-4";

/** The classes of one line of a menu: a link, a button, or what opens a dialog. */
export const menuItemClass = `${line} text-ink hover:bg-sunken [&>.lucide]:text-ink-muted`;

/** The same for what destroys. */
export const dangerItemClass = `${line} text-danger hover:bg-danger-soft`;
