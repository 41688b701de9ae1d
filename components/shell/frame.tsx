import { Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Toaster } from "@/components/patterns/toaster";
import { FrameFocus } from "./frame-focus";
import { DRAWER_ID, type NavGroup, Navigation } from "./navigation";
import { OfflineNotice } from "./offline-notice";
import { Palette, PaletteButton } from "./palette";

/** What differs between people, and the page. */
export type FrameProps = {
  /** What this person may open, in order. */
  groups: readonly NavGroup[];
  account: ReactNode;
  children: ReactNode;
};

/**
 * What stands around every signed-in page: the navigation at the side, the bar at the top with the command palette and
 * the account menu, and what is said across pages. It is a grid whose second column the page fills by itself
 * (`PageBody`): the way to it lies over the bar, the content below.
 */
export function Frame({ groups, account, children }: FrameProps) {
  return (
    <div className="group/frame grid min-h-dvh grid-cols-1 grid-rows-[3rem_minmax(0,1fr)] md:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <Navigation groups={groups} />
      <header className="sticky top-0 z-(--z-bar) col-span-full row-span-full flex h-12 items-center justify-between gap-3 self-start border-b border-line bg-canvas px-2 md:col-start-2 md:justify-end md:px-4 short:static print:hidden">
        <button
          type="button"
          popoverTarget={DRAWER_ID}
          className="grid size-9 place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink md:hidden"
        >
          <MenuIcon aria-hidden className="size-5" />
          <span className="sr-only">Open the navigation</span>
        </button>
        <div className="flex items-center gap-1 md:gap-2">
          <PaletteButton />
          {account}
        </div>
      </header>
      <OfflineNotice />
      {children}
      <Toaster />
      <Palette />
      <FrameFocus drawerId={DRAWER_ID} />
    </div>
  );
}

/** The first stop of the keyboard: past the frame to what the page is about. */
function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-1.5 focus:z-(--z-toast) focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:font-medium focus:text-on-accent"
    >
      Skip to content
    </a>
  );
}
