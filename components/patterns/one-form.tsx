import type { ReactNode } from "react";
import { PageTitle } from "./page-title";

/** What stands on a page for one short form: the title and, on a card no wider than lines are read, the form. */
export function OneForm({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <PageTitle title={title} />
      <div className="max-w-2xl rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5">{children}</div>
    </>
  );
}
