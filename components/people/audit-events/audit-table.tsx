import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { Instant } from "@/components/patterns/instant";
import { TextLink } from "@/components/ui/text-link";
import type { AuditListItem } from "@/lib/people/audit-events/queries";
import { actionInWords } from "./action-in-words";

const when: Column<AuditListItem> = { heading: "When", cell: ({ at }) => <Instant at={new Date(at)} /> };

const rest: readonly Column<AuditListItem>[] = [
  {
    heading: "Who",
    cell: ({ actorLabel }) => actorLabel ?? <span className="text-ink-muted">Somebody outside your remit</span>,
  },
  {
    heading: "What",
    cell: ({ action }) => <span className="sm:whitespace-nowrap">{actionInWords(action)}</span>,
  },
  {
    heading: "Changed",
    cell: ({ changed, reason }) => (
      <>
        {changed.length > 0 && <p>{changed.map(fieldInWords).join(", ")}</p>}
        {reason !== null && <p className="text-ink-muted">“{reason}”</p>}
      </>
    ),
    isEmpty: ({ changed, reason }) => changed.length === 0 && reason === null,
  },
];

/** Where a record that is there has its own page, or null: pages know that, since records belong to every wing. */
export type RecordPath = (record: Pick<AuditListItem, "resourceType" | "resourceId">) => string | null;

function recordColumn(pathOf: RecordPath): Column<AuditListItem> {
  return {
    heading: "Record",
    cell: (event) => {
      // What was deleted has no page, also where another has come since that goes by the same key.
      const isGone = !event.isThere || event.action.endsWith(".delete");
      const path = isGone ? null : pathOf(event);
      return (
        <>
          {event.resourceType}{" "}
          {path === null ? (
            <span className="text-sm text-ink-muted">{event.resourceId}</span>
          ) : (
            <TextLink href={path}>{event.resourceId}</TextLink>
          )}
        </>
      );
    },
  };
}

type Props = {
  events: readonly AuditListItem[];
  /** For events of the whole portal: where each one's record is. Events of one record need no name for it. */
  pathOf?: RecordPath;
};

/** Audit events, newest first: of the whole portal, or of one record. */
export function AuditTable({ events, pathOf }: Props) {
  if (events.length === 0) {
    return (
      <EmptyState title="No changes yet">
        <p>
          {pathOf === undefined
            ? "No change has been made here since the record was loaded."
            : "Whatever is done in the portal is listed here with who did it and when."}
        </p>
      </EmptyState>
    );
  }
  const columns = pathOf === undefined ? [when, ...rest] : [when, ...rest, recordColumn(pathOf)];
  return <DataTable caption="Audit events, newest first" columns={columns} rows={events} rowKey={({ id }) => id} />;
}

/** A field's name as people say it: "openingHours" and "opening_hours" are "opening hours". */
function fieldInWords(field: string): string {
  if (field === "by") return "way of signing in";
  return field
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[._-]/g, " ")
    .toLowerCase();
}
