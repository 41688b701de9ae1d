import type { ReactNode } from "react";

/** One subject of a long form: its heading and a sentence about it beside its fields, above them on a narrow screen. */
export function FormSection({
  id,
  title,
  help,
  children,
}: {
  id: string;
  title: string;
  help?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-3 xl:grid-cols-[minmax(0,1fr)_minmax(0,2.5fr)]">
      <div className="xl:pt-4">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {help !== undefined && <div className="mt-1 max-w-prose text-sm text-ink-muted">{help}</div>}
      </div>
      <div className="grid min-w-0 gap-5 rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5">
        {children}
      </div>
    </section>
  );
}

/** Something that one sees in a form but may not change here, with the reason why. */
export function FixedValue({ label, value, reason }: { label: ReactNode; value: ReactNode; reason: string | null }) {
  return (
    <div className="grid gap-1">
      <p className="font-medium">{label}</p>
      <div>{value}</div>
      {reason !== null && <p className="max-w-prose text-sm text-ink-muted">{reason}</p>}
    </div>
  );
}
