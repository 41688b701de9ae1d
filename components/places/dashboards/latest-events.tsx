import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { Instant } from "@/components/patterns/instant";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { LatestEvent } from "@/lib/places/root-dashboard/queries";

/** An event in words, and where its record is; null for one that is gone or has no page. */
export type ToldEvent = LatestEvent & { what: string; href: string | null };

const columns: readonly Column<ToldEvent>[] = [
  { heading: "What", cell: ({ what }) => what },
  {
    heading: "Record",
    cell: ({ resourceName, href }) =>
      resourceName !== null && href !== null ? (
        <TextLink href={href} className="wrap-anywhere">
          {resourceName}
        </TextLink>
      ) : (
        <span className="wrap-anywhere">{resourceName}</span>
      ),
    isEmpty: ({ resourceName }) => resourceName === null,
  },
  { heading: "Who", cell: ({ actorLabel }) => actorLabel },
  { heading: "When", cell: ({ at }) => <Instant at={new Date(at)} />, align: "end" },
];

/**
 * What was done last in the portal.
 * @param trail the address of the whole trail.
 */
export function LatestEvents({ events, trail }: { events: readonly ToldEvent[]; trail: string }) {
  return (
    <Card id="events" title="Latest changes" state={<TextLink href={trail}>Whole audit trail</TextLink>} flush>
      {events.length === 0 ? (
        <EmptyState title="No changes yet">
          <p>Whatever is done in the portal is listed here with who did it and when.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Latest audit events, newest first"
          columns={columns}
          rows={events}
          rowKey={({ id }) => id}
        />
      )}
    </Card>
  );
}
