import { TrendChart } from "@/components/patterns/trend-chart";
import { Card } from "@/components/ui/card";
import type { RootDashboard } from "@/lib/places/root-dashboard/queries";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** How many partners were created in each of the last weeks. */
export function RootTrend({ trend }: Pick<RootDashboard, "trend">) {
  const created = trend.reduce((sum, week) => sum + week.created, 0);
  return (
    <Card id="trend" title="New partners">
      <p className="mb-4 text-ink-muted">
        <span className="font-medium text-ink tabular-nums">{created.toLocaleString("en-GB")}</span> created in the last{" "}
        {trend.length} weeks.
      </p>
      <TrendChart
        title="Created each week"
        heading="Week from"
        labels={trend.map(({ week }) => day.format(new Date(`${week}T00:00:00Z`)))}
        series={[{ name: "Partners", values: trend.map((week) => week.created) }]}
      />
    </Card>
  );
}
