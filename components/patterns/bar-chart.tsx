import { figure } from "./chart-scale";
import { ChartTable } from "./chart-table";
import { ShareBar } from "./share-bar";

/** One bar: what it stands for, and how long it is. */
export type Bar = { label: string; value: number };

/**
 * Bars lying side by side under one another, the longest as wide as there is room; drawn on the server, with the figures
 * as a table behind them.
 * @param heading what the bars are, for the table: "Area".
 * @param measure what is counted: "Partners".
 */
export function BarChart({
  title,
  heading,
  measure,
  bars,
}: {
  title: string;
  heading: string;
  measure: string;
  bars: readonly Bar[];
}) {
  const longest = Math.max(...bars.map(({ value }) => value), 0);
  return (
    <figure className="grid content-start gap-3">
      <figcaption className="font-semibold">{title}</figcaption>
      {bars.length === 0 && <p className="text-ink-muted">Nothing to count yet.</p>}
      {/* The table below says the same in words. */}
      <div aria-hidden="true" className="grid gap-x-3 gap-y-2 sm:grid-cols-[minmax(6rem,auto)_1fr]">
        {bars.map(({ label, value }) => (
          <div key={label} className="grid items-center gap-x-3 sm:col-span-2 sm:grid-cols-subgrid">
            <span className="truncate text-sm text-ink-muted sm:max-w-44">{label}</span>
            <span className="flex items-center gap-2">
              <ShareBar value={value} most={longest} className="h-4 w-0 flex-1" />
              <span className="min-w-9 text-end text-sm font-medium tabular-nums">{figure(value)}</span>
            </span>
          </div>
        ))}
      </div>
      {bars.length > 0 && (
        <ChartTable
          caption={title}
          heading={heading}
          series={[measure]}
          rows={bars.map(({ label, value }) => ({ label, values: [value] }))}
        />
      )}
    </figure>
  );
}
