import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { TextLink } from "@/components/ui/text-link";
import { figure } from "./chart-scale";
import { ShareBar } from "./share-bar";

/** One row: what is counted, how many, and where exactly these are listed. */
export type ListedBar = {
  key: string;
  label: string;
  value: number;
  href: string;
  /** Opens or closes what lies below it; `label` says what that is: "Areas in Manchester". */
  toggle?: { href: string; open: boolean; label: string };
  /** What lies below it, where it is open. */
  children?: readonly ListedBar[];
};

/** So many rows of nothing beside one another say nothing more; they are folded away. */
const MOST_EMPTY = 3;

/**
 * Figures as a list in which each name leads to what was counted, with a bar to compare them by. All bars have one scale;
 * an open row leaves the comparing to those below it. Rows that open and close are links, so that no scripts are needed.
 * @param measure what is counted, of one and of several, in small letters: "partner" and "partners".
 */
export function BarList({ label, measure, bars }: { label: string; measure: Measure; bars: readonly ListedBar[] }) {
  const frame = { measure, longest: longestOf(bars), folds: bars.some(hasFolds) };
  return (
    <div className="@container">
      <Rows frame={frame} label={label} bars={bars} level={0} />
    </div>
  );
}

type Measure = { one: string; many: string };

/** What all rows share. `folds`: some can be opened, so that names leave room for an arrow. */
type Frame = { measure: Measure; longest: number; folds: boolean };

type RowsProps = { frame: Frame; label: string | undefined; bars: readonly ListedBar[]; level: number };

function Rows({ frame, label, bars, level }: RowsProps) {
  const empty = bars.filter(({ value }) => value === 0);
  const folded = empty.length > MOST_EMPTY && empty.length < bars.length ? empty : [];
  const shown = folded.length === 0 ? bars : bars.filter(({ value }) => value > 0);
  const rows = (of: readonly ListedBar[]) =>
    of.map((bar) => <Row key={bar.key} frame={frame} bar={bar} level={level} />);
  return (
    <ul aria-label={label}>
      {rows(shown)}
      {folded.length > 0 && (
        <li>
          <details className="group/empty">
            <summary
              className="flex min-h-8 items-center gap-1 text-sm text-ink-muted hover:text-ink"
              style={indent(level)}
            >
              <Chevron className="group-open/empty:rotate-90" />
              {figure(folded.length)} more without {frame.measure.many}
            </summary>
            <ul>{rows(folded)}</ul>
          </details>
        </li>
      )}
    </ul>
  );
}

function Row({ frame, bar, level }: { frame: Frame; bar: ListedBar; level: number }) {
  const { label, value, href, toggle, children = [] } = bar;
  const { measure, longest, folds } = frame;
  const open = children.length > 0;
  return (
    <li>
      <div className="grid min-h-8 grid-cols-[minmax(0,1fr)_4rem_auto] items-center gap-x-3 @lg:grid-cols-[minmax(0,15rem)_minmax(4rem,1fr)_auto]">
        <span className="flex min-w-0 items-center gap-1" style={indent(level)}>
          {toggle === undefined ? folds && !open && <span className="size-6 shrink-0" /> : <Toggle {...toggle} />}
          {value === 0 ? (
            <span className="min-w-0 text-ink-muted wrap-anywhere">{label}</span>
          ) : (
            <TextLink href={href} className={`min-w-0 wrap-anywhere ${open ? "font-semibold" : ""}`}>
              {label}
            </TextLink>
          )}
        </span>
        {open ? <span /> : <ShareBar value={value} most={longest} className="h-2.5 w-full" />}
        <span
          className={`min-w-10 text-end tabular-nums ${open ? "font-semibold" : value === 0 ? "text-ink-muted" : ""}`}
        >
          {figure(value)}
          <span className="sr-only"> {value === 1 ? measure.one : measure.many}</span>
        </span>
      </div>
      {open && <Rows frame={frame} label={toggle?.label ?? label} bars={children} level={level + 1} />}
    </li>
  );
}

function Toggle({ href, open, label }: NonNullable<ListedBar["toggle"]>) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-expanded={open}
      aria-label={label}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-muted transition-colors hover:bg-sunken hover:text-ink"
    >
      <Chevron className={open ? "rotate-90" : ""} />
    </Link>
  );
}

function Chevron({ className }: { className: string }) {
  return <ChevronRight aria-hidden className={`size-4 transition-transform ${className}`} />;
}

function indent(level: number) {
  return { paddingInlineStart: `${level * 1.25}rem` };
}

function hasFolds({ toggle, children = [] }: ListedBar): boolean {
  return toggle !== undefined || children.some(hasFolds);
}

/** The greatest of the bars that are drawn: those of closed rows. */
function longestOf(bars: readonly ListedBar[]): number {
  const drawn = bars.map(({ value, children = [] }) => (children.length > 0 ? longestOf(children) : value));
  return Math.max(0, ...drawn);
}
