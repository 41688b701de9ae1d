import { figure, roundCeiling, shareOf } from "./chart-scale";
import { ChartTable } from "./chart-table";

/** One line: what it counts, and a figure for each label of the chart. */
export type TrendSeries = { name: string; values: readonly number[] };

// Lines differ by their strokes too, for those who do not tell the colours apart.
const strokes = [
  { line: "stroke-chart-a", dashes: undefined },
  { line: "stroke-chart-b", dashes: "6 3" },
  { line: "stroke-chart-c", dashes: "2 3" },
  { line: "stroke-chart-d", dashes: "8 3 2 3" },
  { line: "stroke-chart-e", dashes: "1 4" },
] as const;

/**
 * Up to five lines over time, drawn on the server from nought to a round figure, with the figures as a table behind
 * them. A single line has the area below it filled.
 * @param heading what the labels are, for the table: "Week".
 */
export function TrendChart({
  title,
  heading,
  labels,
  series,
}: {
  title: string;
  heading: string;
  labels: readonly string[];
  series: readonly TrendSeries[];
}) {
  const lines = series.slice(0, strokes.length);
  return (
    <figure className="grid content-start gap-3">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="font-semibold">{title}</span>
        {lines.length > 1 && <Legend names={lines.map(({ name }) => name)} />}
      </figcaption>
      <Plot labels={labels} lines={lines} />
      <ChartTable
        caption={title}
        heading={heading}
        series={lines.map(({ name }) => name)}
        rows={labels.map((label, at) => ({ label, values: lines.map(({ values }) => values[at] ?? 0) }))}
      />
    </figure>
  );
}

/** The picture itself, silent: the table below says the same in words. */
function Plot({ labels, lines }: { labels: readonly string[]; lines: readonly TrendSeries[] }) {
  const top = roundCeiling(Math.max(...lines.flatMap(({ values }) => values), 0));
  return (
    <div aria-hidden="true" className="grid grid-cols-[auto_1fr] gap-x-2 text-xs text-ink-muted tabular-nums">
      <div className="-my-2 flex flex-col justify-between text-end">
        {[top, top / 2, 0].map((mark) => (
          <span key={mark}>{figure(mark)}</span>
        ))}
      </div>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        focusable="false"
        role="presentation"
        className="h-32 w-full"
      >
        {[0, 50, 100].map((y) => (
          <line key={y} x1="0" x2="100" y1={y} y2={y} className="stroke-line" vectorEffect="non-scaling-stroke" />
        ))}
        {lines.map(({ name, values }, at) => (
          <Line key={name} values={values} top={top} stroke={at} filled={lines.length === 1} />
        ))}
      </svg>
      <div className="col-start-2 mt-2 flex justify-between gap-2">
        <span>{labels[0]}</span>
        <span>{labels.at(-1)}</span>
      </div>
    </div>
  );
}

function Line({
  values,
  top,
  stroke,
  filled,
}: {
  values: readonly number[];
  top: number;
  stroke: number;
  filled: boolean;
}) {
  const look = strokes[stroke];
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  const points = values.map((value, at) => `${round(at * step)},${round(100 - shareOf(value, top))}`).join(" ");
  return (
    <>
      {filled && <polygon points={`0,100 ${points} 100,100`} className="fill-chart-a opacity-10" />}
      <polyline
        points={points}
        fill="none"
        className={look?.line}
        strokeDasharray={look?.dashes}
        strokeWidth="2"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </>
  );
}

function Legend({ names }: { names: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-muted">
      {names.map((name, at) => (
        <span key={name} className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 20 4" className="h-1 w-5" aria-hidden="true">
            <line
              x1="0"
              x2="20"
              y1="2"
              y2="2"
              strokeWidth="2"
              className={strokes[at]?.line}
              strokeDasharray={strokes[at]?.dashes}
            />
          </svg>
          {name}
        </span>
      ))}
    </span>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
