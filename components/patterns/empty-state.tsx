import type { ReactNode } from "react";

/** What stands where a list has nothing to list: what would be here, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-1 px-4 py-8 sm:px-5">
      <p className="text-lg font-semibold">{title}</p>
      <div className="max-w-prose text-ink-muted">{children}</div>
    </div>
  );
}
