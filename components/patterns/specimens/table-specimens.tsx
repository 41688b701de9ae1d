import { Plus, Store } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Skeleton, SkeletonLines } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { type Column, DataTable } from "../data-table";
import { EmptyState } from "../empty-state";
import { Pager } from "../pager";

type Row = { name: string; place: string; state: "Hidden" | "Shown"; events: number };

const rows: readonly Row[] = [
  { name: "Birley Fields Garden", place: "Hulme, Manchester", state: "Shown", events: 12 },
  {
    name: "The Ardwick Society for the Encouragement of Allotments, Bees and Long Names",
    place: "Ardwick",
    state: "Hidden",
    events: 0,
  },
  { name: "Moss Side Climbers", place: "Moss Side, Manchester", state: "Shown", events: 1204 },
];

const columns: readonly Column<Row>[] = [
  {
    heading: "Name",
    width: "@2xl:w-2/5",
    sort: { href: "#tables", direction: "ascending" },
    cell: ({ name }) => <TextLink href="#tables">{name}</TextLink>,
  },
  { heading: "Places", cell: ({ place }) => place },
  {
    heading: "State",
    cell: ({ state }) => (state === "Hidden" ? <Badge tone="warning">Hidden</Badge> : null),
    isEmpty: ({ state }) => state === "Shown",
  },
  {
    heading: "Events",
    align: "end",
    sort: { href: "#tables", direction: null },
    cell: ({ events }) => events.toLocaleString("en-GB"),
  },
];

/** A table with headings that sort, its pager, its empty state and its wait. */
export function TableSpecimens() {
  return (
    <div className="grid gap-5">
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
        <DataTable caption="Partners, by name" columns={columns} rows={rows} rowKey={({ name }) => name} />
        <Pager label="Partners" first={51} last={53} total={1234} previousHref="#tables" nextHref="#tables" />
      </div>
      <div className="grid gap-5 md:grid-cols-2">
        <div className="rounded-lg border border-line bg-surface shadow-card">
          <EmptyState
            title="No partners within your remit"
            icon={<Store aria-hidden />}
            action={
              <ButtonLink href="#tables" tone="primary">
                <Plus aria-hidden className="size-4" />
                New partner
              </ButtonLink>
            }
          >
            <p>Partners in the places you look after, and those you administer, are listed here.</p>
          </EmptyState>
        </div>
        <div className="grid content-start gap-5 rounded-lg border border-line bg-surface p-5 shadow-card">
          <Skeleton className="h-6 w-48" />
          <SkeletonLines label="Loading the partner" lines={4} />
        </div>
      </div>
    </div>
  );
}
