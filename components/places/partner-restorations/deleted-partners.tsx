import { Trash2 } from "lucide-react";
import { ActionForm } from "@/components/patterns/action-form";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { Instant } from "@/components/patterns/instant";
import { listed } from "@/components/patterns/listed";
import { Pager } from "@/components/patterns/pager";
import { RESTORE_DAYS } from "@/lib/places/partner-deletions/constants";
import { deletionsHref } from "@/lib/places/partner-deletions/schemas";
import { restorePartnerAction } from "@/lib/places/partner-restorations/actions";
import type { DeletedPartner, DeletedPartners as Page } from "@/lib/places/partner-restorations/queries";

/** A page of the partners that can be brought back, each with the button that does it. */
export function DeletedPartners({ page }: { page: Page }) {
  const { rows, total, first, previous, next } = page;
  const toPage = (cursor: typeof next) => cursor && deletionsHref(cursor);
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card">
      {total === 0 ? (
        <EmptyState title="No deleted partners" icon={<Trash2 aria-hidden />}>
          <p>
            Whatever is deleted stands here for {RESTORE_DAYS} days, and can be brought back with what went with it.
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Deleted partners, the last deleted first"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <Pager
        label="Deleted partners"
        first={first}
        last={first + rows.length - 1}
        total={total}
        previousHref={toPage(previous)}
        nextHref={toPage(next)}
      />
    </div>
  );
}

const columns: readonly Column<DeletedPartner>[] = [
  {
    heading: "Name",
    width: "@2xl:w-[24%]",
    cell: ({ name }) => <span className="font-medium wrap-anywhere">{name}</span>,
  },
  {
    heading: "Deleted",
    cell: ({ deletedAt, deletedBy }) => (
      <>
        <Instant at={new Date(deletedAt)} />
        <span className="block text-sm text-ink-muted">by {deletedBy ?? "somebody whose account is gone"}</span>
      </>
    ),
  },
  { heading: "Days left", align: "end", cell: ({ daysLeft }) => daysLeft.toLocaleString("en-GB") },
  { heading: "Would come back", width: "@2xl:w-[30%]", cell: holdingsInWords },
  {
    heading: "Bring back",
    cell: ({ id, name }) => (
      <ActionForm action={restorePartnerAction} fields={{ deletionId: id }} size="sm" label={`Bring back ${name}`}>
        Bring back
      </ActionForm>
    ),
  },
];

/** "its address, 2 service areas, 1 tag, its admin Joyce Appiah and its calendar Garden days", as far as it is still there. */
function holdingsInWords(partner: DeletedPartner): string {
  const { hasAddress, hasPicture, serviceAreas, tags, admins, calendars } = partner;
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${many}`];
  const named = (names: readonly string[], one: string, many: string) =>
    names.length === 0 ? [] : [`its ${names.length === 1 ? one : many} ${listed(names)}`];
  return listed([
    ...(hasAddress ? ["its address"] : []),
    ...counted(serviceAreas, "service area", "service areas"),
    ...counted(tags, "tag", "tags"),
    ...(hasPicture ? ["its picture"] : []),
    ...named(admins, "admin", "admins"),
    ...named(calendars, "calendar", "calendars"),
  ]);
}
