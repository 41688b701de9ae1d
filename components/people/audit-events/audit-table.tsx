import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { Instant } from "@/components/patterns/instant";
import { TextLink } from "@/components/ui/text-link";
import type { AuditListItem } from "@/lib/people/audit-events/queries";
import { isUuid } from "@/lib/platform/ids";
import { actionInWords } from "./action-in-words";
import { tracedRoleInWords } from "./traced-role-in-words";

/** Where the table has room a column is at least as wide as its longest word, up to the block's own width, and breaks none. */
const wholeWords = "block @min-[60rem]:wrap-break-word";

const when: Column<AuditListItem> = { heading: "When", cell: ({ at }) => <Instant at={new Date(at)} /> };

const rest: readonly Column<AuditListItem>[] = [
  {
    heading: "Who",
    cell: ({ actorLabel }) =>
      actorLabel === null ? (
        <span className="text-ink-muted">Somebody outside your remit</span>
      ) : (
        <Doer label={actorLabel} />
      ),
  },
  {
    heading: "What",
    cell: ({ action, role }) => {
      const given = role && tracedRoleInWords(role);
      return (
        <>
          <span className="sm:whitespace-nowrap">{actionInWords(action)}</span>
          {given !== null && (
            <span className={`${wholeWords} text-sm text-ink-muted @min-[60rem]:max-w-64`}>{given}</span>
          )}
        </>
      );
    },
  },
  {
    heading: "Changed",
    cell: ({ changed, reason }) => (
      <>
        {changed.length > 0 && <span className={wholeWords}>{changed.map(fieldInWords).join(", ")}</span>}
        {reason !== null && <p className="text-ink-muted">“{reason}”</p>}
      </>
    ),
    isEmpty: ({ changed, reason }) => changed.length === 0 && reason === null,
  },
];

/** Where a record that is there has its own page, or null: pages know that, since records belong to every wing. */
type RecordPath = (record: Pick<AuditListItem, "resourceType" | "resourceId">) => string | null;

function recordColumn(pathOf: RecordPath): Column<AuditListItem> {
  return {
    heading: "Record",
    cell: (event) => {
      const path = event.isThere ? pathOf(event) : null;
      return (
        <div className={`${wholeWords} @min-[60rem]:max-w-52`}>
          {path === null ? (
            <span className="block text-ink-muted">{event.recordName ?? <Key text={event.resourceId} />}</span>
          ) : (
            <TextLink href={path}>{event.recordName}</TextLink>
          )}
          <span className="block text-sm text-ink-muted">{kindInWords(event.resourceType)}</span>
        </div>
      );
    },
  };
}

/** Of whoever has an account the trail keeps name and address, "Ruth Adeyemi <ruth@remit.example>"; of a command its name. */
function Doer({ label }: { label: string }) {
  const [, name = label, email] = /^(.*) <([^<>]+)>$/.exec(label) ?? [];
  return (
    <span className={`${wholeWords} @min-[60rem]:max-w-56`}>
      {name}
      {email !== undefined && <span className="block text-sm text-ink-muted">{email}</span>}
    </span>
  );
}

/** A UUID says nothing to people: its end tells two of them apart, and the whole is there for whoever points at it. */
function Key({ text }: { text: string }) {
  return isUuid(text) ? <span title={text}>…{text.slice(-8)}</span> : text;
}

function kindInWords(type: string): string {
  return type === "user" ? "person" : type.replaceAll(/[._-]/g, " ");
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
