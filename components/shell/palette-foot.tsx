import { CornerDownLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner";
import { searchPageHref } from "@/lib/platform/palette/schemas";
import type { PaletteAnswer } from "./palette-answer";

type Props = { text: string; answer: PaletteAnswer | null; count: number; isPending: boolean };

/** Below the list: the keys, the same search on a page of its own, and in words what has been found. */
export function PaletteFoot({ text, answer, count, isPending }: Props) {
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-4 border-t border-line px-4 text-xs text-ink-muted">
      <p aria-hidden="true" className="flex gap-4 max-md:hidden">
        <span>
          <Key>↑</Key> <Key>↓</Key> move
        </span>
        <span className="flex items-center gap-1">
          <Key>
            <CornerDownLeft aria-hidden className="size-3" />
          </Key>
          open
        </span>
        <span>
          <Key>Esc</Key> close
        </span>
      </p>
      {isPending && <Spinner className="size-3.5" />}
      <p role="status" className="sr-only">
        {saidOf({ answer, count, isPending })}
      </p>
      <Link
        href={searchPageHref(text)}
        prefetch={false}
        className="ms-auto flex min-h-6 items-center rounded-sm hover:text-ink hover:underline"
      >
        Open as a page
      </Link>
    </div>
  );
}

function Key({ children }: { children: ReactNode }) {
  return (
    <span className="inline-grid min-w-4.5 place-items-center rounded-sm border border-line bg-canvas px-1 align-middle font-sans">
      {children}
    </span>
  );
}

/** For screen readers. Of what is on its way they are told only where there is nothing else to hear. */
function saidOf({ answer, count, isPending }: Omit<Props, "text">): string {
  if (answer === null) return "Searching…";
  if (isPending) return "";
  if (answer.fault !== null) return answer.fault;
  if (count === 0) return `Nothing within your remit matches “${answer.text}”.`;
  return count === 1 ? "1 result." : `${count} results.`;
}
