import { ActionForm } from "@/components/patterns/action-form";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { Instant, instantText } from "@/components/patterns/instant";
import { Badge } from "@/components/ui/badge";
import { endSessionAction } from "@/lib/people/sessions/actions";
import type { SessionListItem } from "@/lib/people/sessions/queries";

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
    { heading: "Ends by itself on", cell: ({ expiresAt }) => <Instant at={expiresAt} /> },
    {
      heading: "End it",
      cell: ({ sessionId, device, createdAt }) => (
        // Lifted by what the button is higher than a line, so that its words stand on the row's.
        <div className="-my-1.5 -ml-3.5">
          <ActionForm
            action={endSessionAction}
            fields={{ sessionId }}
            tone="quiet"
            label={
              sessionId === currentId
                ? "Sign out of this browser"
                : `End the session on ${device} of ${instantText(createdAt)}`
            }
          >
            {sessionId === currentId ? "Sign out" : "End"}
          </ActionForm>
        </div>
      ),
    },
  ];
  return <DataTable caption="Your sessions" columns={columns} rows={sessions} rowKey={({ sessionId }) => sessionId} />;
}
