import { ActionForm } from "@/components/patterns/action-form";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { Badge } from "@/components/ui/badge";
import { endSessionAction } from "@/lib/people/sessions/actions";
import type { SessionListItem } from "@/lib/people/sessions/queries";

const instant = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** One's own signed-in browsers, each with a button that ends it; the present one is marked. */
export function SessionTable({ sessions, currentId }: { sessions: readonly SessionListItem[]; currentId: string }) {
  const columns: readonly Column<SessionListItem>[] = [
    {
      heading: "Device",
      cell: ({ device, sessionId }) => (
        <span className="flex flex-wrap items-baseline gap-2">
          {device} {sessionId === currentId && <Badge>This one</Badge>}
        </span>
      ),
    },
    { heading: "Signed in", cell: ({ createdAt }) => <Instant at={createdAt} /> },
    { heading: "Runs out", cell: ({ expiresAt }) => <Instant at={expiresAt} /> },
    {
      heading: "End it",
      cell: ({ sessionId, device, createdAt }) => (
        <ActionForm
          action={endSessionAction}
          fields={{ sessionId }}
          tone="quiet"
          label={`End the session on ${device} of ${instant.format(createdAt)} UTC`}
        >
          End
        </ActionForm>
      ),
    },
  ];
  return <DataTable caption="Your sessions" columns={columns} rows={sessions} rowKey={({ sessionId }) => sessionId} />;
}

function Instant({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{instant.format(at)} UTC</time>;
}
