import type { ReactNode } from "react";

/** A part of the design page: its anchor, its name, and what it is for. */
export function SpecimenSection({
  id,
  title,
  about,
  children,
}: {
  id: string;
  title: string;
  about: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="grid gap-5 border-t border-line py-10">
      <div className="grid gap-1">
        <h2 id={id} className="scroll-mt-6 text-xl font-semibold">
          {title}
        </h2>
        <p className="max-w-prose text-ink-muted">{about}</p>
      </div>
      {children}
    </section>
  );
}

/** One thing shown, under its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-2.5">
      <h3 className="text-sm font-medium text-ink-muted">{name}</h3>
      <div className="flex min-w-0 flex-wrap items-center gap-3 [&>form]:w-full">{children}</div>
    </div>
  );
}

/** Specimens beside one another where there is room. */
export function SpecimenGrid({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-10 gap-y-7 md:grid-cols-2">{children}</div>;
}
