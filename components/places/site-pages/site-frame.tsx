import type { ReactNode } from "react";
import type { PublicSite } from "@/lib/places/site-pages/queries";
import { publicSitePath } from "@/lib/places/sites/constants";

/** A link of the public pages: no script, and underlined, because a visitor does not know the portal's ways. */
export const publicLinkClass = "text-accent underline underline-offset-2 hover:text-accent-strong wrap-anywhere";

/** What every public page of a site stands in: whose it is at the top, the content, and who runs it at the foot. */
export function SiteFrame({ site, home = false, children }: { site: PublicSite; home?: boolean; children: ReactNode }) {
  const path = publicSitePath(site.slug);
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto]">
      <header className="border-b border-line bg-surface">
        <div className="mx-auto max-w-4xl px-4 py-3 sm:px-6">
          {home ? (
            <span className="text-lg font-semibold wrap-anywhere">{site.name}</span>
          ) : (
            <a
              href={path}
              className="inline-flex min-h-6 items-center text-lg font-semibold wrap-anywhere hover:underline"
            >
              {site.name}
            </a>
          )}
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-4xl min-w-0 px-4 py-8 sm:px-6">
        {children}
      </main>
      <footer className="border-t border-line">
        <p className="mx-auto max-w-4xl px-4 py-4 text-sm text-ink-muted sm:px-6">
          What stands here comes from the organisations themselves and from their calendars.
        </p>
      </footer>
    </div>
  );
}
