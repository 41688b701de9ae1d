import "server-only";
import type { ReactNode } from "react";

/** The plain frame of the design pages: nothing of the portal's own, so that what is shown stands for itself. */
export default function DesignLayout({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 outline-none sm:px-6">
      {children}
    </main>
  );
}
