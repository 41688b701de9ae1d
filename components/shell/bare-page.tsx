import type { ReactNode } from "react";
import { Mark } from "./mark";

/** The frame of pages for people who are not signed in, or of whom nothing is known: the name above one narrow column. */
export function BarePage({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="mx-auto grid min-h-dvh w-full max-w-md content-center px-4 py-10">
      <p className="mb-6 flex items-center gap-2 text-lg font-semibold tracking-tight">
        <Mark />
        Remit
      </p>
      <div className="rounded-lg border border-line bg-surface px-5 py-6 shadow-card sm:px-7">{children}</div>
    </main>
  );
}
