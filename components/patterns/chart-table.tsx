import { ChevronRight } from "lucide-react";
import { figure } from "./chart-scale";

/** The figures of a chart as a table, for whoever would rather read than look; closed at first. */
export function ChartTable({
  caption,
  heading,
  series,
  rows,
}: {
  caption: string;
  /** What the rows are: "Week", "Area". */
  heading: string;
  series: readonly string[];
  rows: readonly { label: string; values: readonly number[] }[];
}) {
  return (
    <details className="group/table text-sm">
      <summary className="-mx-1.5 inline-flex min-h-6 items-center gap-1 rounded-sm px-1.5 text-ink-muted transition-colors hover:bg-sunken hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open/table:rotate-90" />
        Figures<span className="sr-only"> of {caption}</span>
      </summary>
      <table className="mt-2 w-full max-w-md border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-ink-muted">
            <th scope="col" className="py-1 text-start font-medium">
              {heading}
            </th>
            {series.map((name) => (
              <th key={name} scope="col" className="py-1 ps-4 text-end font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row" className="py-1 text-start font-normal">
                {label}
              </th>
              {values.map((value, at) => (
                <td key={series[at]} className="py-1 ps-4 text-end tabular-nums">
                  {figure(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
