import type { ReactNode } from "react";

/** The part of a page below the header. `section` marks the header's link to it as the present one (globals.css). */
export function PageBody({ section, children }: { section: string; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} data-section={section} className="mx-auto max-w-6xl px-4 py-6 outline-none sm:px-6">
      {children}
    </main>
  );
}
