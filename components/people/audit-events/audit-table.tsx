import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import type { AuditListItem } from "@/lib/people/audit-events/queries";

const when: Column<AuditListItem> = { heading: "When", cell: ({ at }) => <Instant at={at} /> };

const rest: readonly Column<AuditListItem>[] = [
  {
    heading: "Who",
    cell: ({ actorLabel }) => actorLabel ?? <span className="text-ink-muted">Somebody outside your remit</span>,
  },
  {
    heading: "What",
    cell: ({ action }) => <span className="sm:whitespace-nowrap">{action.replaceAll(/[._-]/g, " ")}</span>,
  },
  {
    heading: "Changed",
    cell: ({ changed, reason }) => (
      <>
        {changed.length > 0 && <p>{changed.join(", ")}</p>}
        {reason !== null && <p className="text-ink-muted">“{reason}”</p>}
      </>
    ),
    isEmpty: ({ changed, reason }) => changed.length === 0 && reason === null,
  },
];

const record: Column<AuditListItem> = {
  heading: "Record",
  cell: ({ resourceType, resourceId }) => (
    <>
      {resourceType} <span className="text-sm text-ink-muted">{resourceId}</span>
    </>
  ),
};

/** Audit events, newest first. `of` says whether they speak of one record or of the whole portal, which then names each. */
export function AuditTable({ events, of }: { events: readonly AuditListItem[]; of: "record" | "portal" }) {
  if (events.length === 0) {
    return (
      <EmptyState title="Nothing has happened yet">
        <p>
          Every change to {of === "record" ? "this record" : "the portal"} is listed here with who made it and when.
        </p>
      </EmptyState>
    );
  }
  const columns = of === "record" ? [when, ...rest] : [when, ...rest, record];
  return <DataTable caption="Audit events, newest first" columns={columns} rows={events} rowKey={({ id }) => id} />;
}

function Instant({ at }: { at: string }) {
  const text = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(
    new Date(at),
  );
  return (
    <time dateTime={at} className="whitespace-nowrap tabular-nums">
      {text} UTC
    </time>
  );
}
