import { ChevronRight, CircleCheck } from "lucide-react";
import Link from "next/link";
import { listed } from "@/components/patterns/listed";
import { titled } from "@/components/patterns/titled";
import { Card } from "@/components/ui/card";
import type { DashboardLine } from "@/lib/places/dashboards/queries";
import { type WaitingKey, waitingWords } from "./waiting-words";

/** Something that waits: how many, and where exactly these are. */
export type WaitingLine = { key: WaitingKey; count: number; href: string };

/** Those of the lines of a dashboard that ask for something. */
export function waitingOf(lines: readonly DashboardLine[]): WaitingLine[] {
  return lines.flatMap(({ key, count, href }) =>
    key === "partners" || key === "changed" ? [] : [{ key, count, href }],
  );
}

/**
 * "What needs me today?": a line for whatever there is, each a link to exactly these; what is settled is said in one quiet
 * sentence. Where nothing waits, that is the news.
 */
export function WaitingCard({
  id = "waiting",
  heading,
  of,
  lines,
}: {
  id?: string;
  heading?: "h2" | "h3";
  of?: string;
  lines: readonly WaitingLine[];
}) {
  const open = lines.filter(({ count }) => count > 0);
  const settled = lines.filter(({ count }) => count === 0).map(({ key }) => waitingWords[key].none);
  return (
    <Card id={id} heading={heading} of={of} title="What needs you today" flush>
      {open.length === 0 && (
        <p className="flex items-center gap-2.5 px-4 pt-4 text-lg font-medium sm:px-5">
          <CircleCheck aria-hidden className="size-5 text-success" />
          Nothing waits for you
        </p>
      )}
      {open.length > 0 && (
        <ul className="divide-y divide-line">
          {open.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <p
          className={`px-4 py-3 text-sm text-ink-muted sm:px-5 ${open.length > 0 ? "border-t border-line" : "pt-1 pb-4"}`}
        >
          {sentence(settled)}
        </p>
      )}
    </Card>
  );
}

function Line({ line: { key, count, href } }: { line: WaitingLine }) {
  const { one, many, why } = waitingWords[key];
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        className="group/line grid min-h-11 grid-cols-[3.25rem_1fr_auto] items-center gap-x-2 px-4 py-2 transition-colors -outline-offset-2 hover:bg-sunken focus-visible:-outline-offset-2 sm:px-5"
      >
        <span className="text-xl font-semibold tabular-nums">{count.toLocaleString("en-GB")}</span>
        <span className="grid gap-x-3 sm:flex sm:flex-wrap sm:items-baseline">
          <span className="font-medium text-accent group-hover/line:text-accent-strong group-hover/line:underline group-hover/line:underline-offset-2">
            {" "}
            {count === 1 ? one : many}
          </span>
          <span className="text-sm text-ink-muted"> {why}</span>
        </span>
        <ChevronRight aria-hidden className="size-4 text-ink-muted" />
      </Link>
    </li>
  );
}

/** "Every partner has an admin and no partner is hidden." */
function sentence(parts: readonly string[]): string {
  return `${titled(listed(parts))}.`;
}
