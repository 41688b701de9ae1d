import type { ReactNode } from "react";

/**
 * The head of a page: its one `h1`, the record's state beside it, what can be done with it at the right, and what else
 * belongs at the top. It also gives the document its title, so that no page and no refusal can be without one.
 */
export function PageTitle({
  title,
  state,
  actions,
  children,
}: {
  title: string;
  /** Badges. */
  state?: ReactNode;
  /** Buttons, links and menus, the main one first. */
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mb-6 grid gap-2">
      <title>{`${title} · Remit`}</title>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {state}
        </div>
        {Boolean(actions) && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
