import type { ReactNode } from "react";

/** What stands where a list has nothing to list: what would be here, and the first step towards it as a button or link. */
export function EmptyState({
  title,
  icon,
  action,
  children,
}: {
  title: string;
  /** An icon of lucide that stands for the things listed, `aria-hidden`. */
  icon?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-1.5 px-4 py-12 text-center sm:px-5">
      {icon !== undefined && (
        <span className="mb-1.5 inline-flex size-10 items-center justify-center rounded-full bg-sunken text-ink-muted [&>.lucide]:size-5">
          {icon}
        </span>
      )}
      <p className="text-lg font-semibold">{title}</p>
      <div className="max-w-[52ch] text-balance text-ink-muted">{children}</div>
      {action !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
