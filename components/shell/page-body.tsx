import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/patterns/breadcrumb";

/**
 * What every page of the frame returns: the way to it, which lies over the top bar, and its content. Both find their
 * places in the frame's grid (`Frame`), so that the layout need not know the page.
 * @param crumbs what lies above this page, from the top; none on the pages that the navigation itself leads to.
 * @param wide for content that needs every column the window has, such as a broad table.
 */
export function PageBody({
  crumbs = [],
  wide = false,
  children,
}: {
  crumbs?: readonly Crumb[];
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      {crumbs.length > 0 && (
        <div className="sticky top-0 z-(--z-bar) col-span-full row-span-full me-26 ms-12 flex h-12 min-w-0 items-center self-start md:col-start-2 md:me-94 md:ms-6 lg:me-114 short:static print:static print:col-start-1 print:m-0">
          <Breadcrumb crumbs={crumbs} />
        </div>
      )}
      <main
        id="main"
        tabIndex={-1}
        className="col-span-full row-start-2 min-w-0 outline-none group-has-data-offline/frame:pt-9 md:col-start-2"
      >
        <div className={`mx-auto px-4 py-6 sm:px-6 ${wide ? "max-w-400" : "max-w-6xl"}`}>{children}</div>
      </main>
    </>
  );
}
