import { Facts } from "@/components/patterns/facts";
import { Instant } from "@/components/patterns/instant";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { SystemHealth } from "@/lib/places/root-dashboard/queries";

/** How the machine fares: its jobs, how long the oldest has waited, and the size of the database. */
export function RootHealth({ health }: { health: SystemHealth }) {
  const { waiting, retrying, failed, oldestDueAt, databaseBytes } = health;
  const jobs = [
    { name: "Jobs waiting", value: figure(waiting) },
    { name: "Tried again later", value: figure(retrying) },
    { name: "Given up", value: figure(failed) },
    { name: "Oldest due", value: oldestDueAt === null ? "None" : <Instant at={new Date(oldestDueAt)} /> },
    { name: "Database", value: size(databaseBytes) },
  ];
  const state = failed > 0 ? <Badge tone="danger">Jobs given up</Badge> : <Badge tone="success">All well</Badge>;
  return (
    <Card id="health" title="System" state={state}>
      <Facts narrow facts={jobs} />
    </Card>
  );
}

function figure(value: number) {
  return <span className="tabular-nums">{value.toLocaleString("en-GB")}</span>;
}

/** "34.5 MB", in steps of a thousand as disks are sold. */
function size(bytes: number): string {
  const [unit, step] = bytes >= 1e9 ? (["gigabyte", 1e9] as const) : (["megabyte", 1e6] as const);
  return new Intl.NumberFormat("en-GB", { style: "unit", unit, maximumFractionDigits: 1 }).format(bytes / step);
}
