import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";

/**
 * The head of a page: where it lies, its one `h1`, the record's state beside it, and what else belongs at the top.
 * It also gives the document its title, so that no page and no refusal can be without one.
 */
export function PageTitle({
  title,
  crumbs = [],
  state,
  children,
}: {
  title: string;
  crumbs?: readonly Crumb[];
  state?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mb-5 grid gap-1.5">
      <title>{`${title} · Remit`}</title>
      {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {state}
      </div>
      {children}
    </div>
  );
}
