import { Search, X } from "lucide-react";
import { LONGEST_PALETTE_TEXT, SEARCH_PATH } from "@/lib/platform/palette/constants";
import { requestUserAgent } from "@/lib/platform/request";
import { PaletteIsland } from "./palette-island";
import { PALETTE } from "./palette-parts";

/**
 * The way to the command palette in the bar, with the keys that open it on this kind of computer. Without scripts it leads
 * to the page that searches.
 */
export async function PaletteButton() {
  const isApple = /Mac|iPhone|iPad/.test(await requestUserAgent());
  return (
    // Not the framework's link: what it opens in this page is no page of its own.
    <a
      id={PALETTE.button}
      href={SEARCH_PATH}
      aria-haspopup="dialog"
      aria-keyshortcuts={isApple ? "Meta+K" : "Control+K"}
      className="flex size-9 items-center justify-center gap-2 rounded-md text-ink-muted transition-colors hover:bg-sunken hover:text-ink md:h-8 md:w-auto md:border md:border-line-medium md:bg-surface md:px-2.5 lg:min-w-44 lg:justify-start"
    >
      <Search aria-hidden className="size-5 md:size-4" />
      <span className="max-lg:sr-only">Search</span>
      <span
        aria-hidden="true"
        className="ms-auto rounded-sm border border-line bg-canvas px-1.5 font-sans text-xs max-md:hidden noscript:hidden"
      >
        {isApple ? "⌘K" : "Ctrl K"}
      </span>
    </a>
  );
}

/**
 * The command palette: a native dialog that comes with the page, closed. Its box is there from the start and never
 * replaced, so that no key is lost while the rest of it is loaded; what it finds is loaded when it is first opened. It may
 * be opened and Enter pressed before the framework takes the page over: dialog and form then have an attribute that the
 * server did not send, `open` and `data-entered`, which is meant and no fault. What lies in them is compared all the same.
 */
export function Palette() {
  return (
    <dialog
      id={PALETTE.dialog}
      suppressHydrationWarning
      aria-label="Search"
      className="mx-auto mt-[min(12vh,6rem)] mb-auto max-h-[min(36rem,calc(100dvh-1.5rem-min(12vh,6rem)))] w-[calc(100%-1.5rem)] max-w-160 flex-col overflow-hidden rounded-xl border border-line bg-raised p-0 text-ink shadow-dialog motion-dialog open:flex max-md:mt-3 max-md:max-h-[calc(100dvh-1.5rem)] print:hidden"
    >
      <div className="flex shrink-0 items-center gap-1 border-b border-line pe-2.5 has-[input:focus-visible]:border-focus has-[input:focus-visible]:shadow-[0_1px_0_var(--focus)]">
        <form id={PALETTE.form} suppressHydrationWarning action={SEARCH_PATH} className="flex min-w-0 flex-1">
          <label htmlFor={PALETTE.box} className="flex items-center ps-4 text-ink-muted">
            <Search aria-hidden className="size-4" />
            <span className="sr-only">Search people, partners, neighbourhoods, pages and actions</span>
          </label>
          <input
            id={PALETTE.box}
            name="q"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded="false"
            aria-controls={PALETTE.list}
            placeholder="Search or go to…"
            maxLength={LONGEST_PALETTE_TEXT}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            className="h-12 min-w-0 flex-1 bg-transparent px-3 text-lg outline-none placeholder:text-ink-muted"
          />
        </form>
        <form method="dialog" className="contents">
          <button
            type="submit"
            className="grid size-8 shrink-0 place-items-center rounded-md text-ink-muted transition-colors hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-4.5" />
            <span className="sr-only">Close</span>
          </button>
        </form>
      </div>
      <PaletteIsland />
    </dialog>
  );
}
