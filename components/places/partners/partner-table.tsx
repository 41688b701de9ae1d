import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { Pager } from "@/components/patterns/pager";
import { TextLink } from "@/components/ui/text-link";
import type { PartnerListItem, PartnerPage } from "@/lib/places/partners/queries";
import { partnerPath } from "./partner-path";
import { PartnerState } from "./partner-state";
import { TagList } from "./tag-list";

const columns: readonly Column<PartnerListItem>[] = [
  {
    heading: "Name",
    width: "sm:w-[32%]",
    cell: (partner) => <TextLink href={partnerPath(partner)}>{partner.name}</TextLink>,
  },
  { heading: "Places", width: "sm:w-[28%]", cell: PlaceNames, isEmpty: ({ placeCount }) => placeCount === 0 },
  {
    heading: "Tags",
    width: "sm:w-[30%]",
    cell: ({ tags, unseenTags }) => <TagList tags={tags} unseen={unseenTags} />,
    isEmpty: ({ tags, unseenTags }) => tags.length + unseenTags === 0,
  },
  {
    heading: "State",
    cell: ({ hidden, hasAdmin }) => <PartnerState hidden={hidden} hasAdmin={hasAdmin} />,
    isEmpty: ({ hidden, hasAdmin }) => !hidden && hasAdmin,
  },
];

/** A page of partners with links to its neighbours; without any, what would be here. `path` is the address of the list. */
export function PartnerTable({ page, path }: { page: PartnerPage; path: string }) {
  const { partners, total, first, previous, next } = page;
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
      {partners.length === 0 ? (
        <EmptyState title="No partners within your remit">
          <p>
            Partners that have an address or serve people in the places you look after, and those you administer, are
            listed here.
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Partners within your remit, by name"
          columns={columns}
          rows={partners}
          rowKey={({ id }) => id}
        />
      )}
      <Pager
        label="Partners"
        first={first}
        last={first + partners.length - 1}
        total={total}
        previousHref={previous && `${path}?page=${previous}`}
        nextHref={next && `${path}?page=${next}`}
      />
    </div>
  );
}

/** How many partners there are, in words. */
export function partnerCount(total: number): string {
  return total === 1 ? "1 partner" : `${total.toLocaleString("en-GB")} partners`;
}

function PlaceNames({ placeNames, placeCount }: PartnerListItem) {
  const more = placeCount - placeNames.length;
  return (
    <>
      {placeNames.join(", ")}
      {more > 0 && <span className="text-ink-muted"> and {more} more</span>}
    </>
  );
}
