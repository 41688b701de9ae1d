import Link from "next/link";
import { Card } from "@/components/ui/card";
import { RECENT_DAYS } from "@/lib/places/dashboards/constants";
import type { DashboardLine } from "@/lib/places/dashboards/queries";

/** A number that is good to know, and the list of exactly those that it counts. `one`: how the label reads for one of them, where it differs. */
export type Glance = { label: string; one?: string; count: number; href: string };

/** What the lines of a dashboard say beside what waits: how many partners there are, and how many have changed. */
export function glancesOf(lines: readonly DashboardLine[]): Glance[] {
  const labels: Partial<Record<string, Pick<Glance, "label" | "one">>> = {
    partners: { label: "Partners", one: "Partner" },
    changed: { label: `Changed in ${RECENT_DAYS} days` },
  };
  return lines.flatMap(({ key, count, href }) => {
    const words = labels[key];
    return words === undefined ? [] : [{ ...words, count, href }];
  });
}

/** The size of things, each number a link to the list that it is the total of. */
export function GlanceCard({
  id = "glance",
  heading,
  of,
  glances,
}: {
  id?: string;
  heading?: "h2" | "h3";
  of?: string;
  glances: readonly Glance[];
}) {
  return (
    <Card id={id} heading={heading} of={of} title="At a glance" flush>
      <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-b-lg bg-line">
        {glances.map(({ label, one = label, count, href }) => (
          <li key={label} className="bg-surface">
            <Link
              href={href}
              prefetch={false}
              className="grid h-full content-start px-4 py-3 transition-colors -outline-offset-2 hover:bg-sunken focus-visible:-outline-offset-2 sm:px-5"
            >
              <span className="text-2xl font-semibold tracking-tight tabular-nums">
                {count.toLocaleString("en-GB")}
              </span>{" "}
              <span className="text-sm text-ink-muted">{count === 1 ? one : label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
