import type { Column } from "@/components/patterns/data-table";
import { Day } from "@/components/patterns/instant";
import { TextLink } from "@/components/ui/text-link";
import { COLUMN_HEADINGS, type PartnerColumn } from "@/lib/places/partner-list/constants";
import type { PartnerListItem } from "@/lib/places/partner-list/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { SelectionBox } from "../partner-bulk/selection-box";
import { PartnerState } from "../partners/partner-state";
import { TagList } from "../partners/tag-list";

/**
 * The column that names the partner, and is always there.
 * @param selectable a box to choose the row by stands before its name.
 */
export function nameColumn(selectable: boolean): Column<PartnerListItem> {
  const link = (partner: PartnerListItem) => <TextLink href={partnerPath(partner)}>{partner.name}</TextLink>;
  const chosen = (partner: PartnerListItem) => (
    <div className="flex items-start">
      <SelectionBox id={partner.id} name={partner.name} />
      {link(partner)}
    </div>
  );
  return { heading: "Name", width: "@2xl:w-[30%]", cell: selectable ? chosen : link };
}

/** What each of the other columns shows. */
export const chosenColumns: Readonly<Record<PartnerColumn, Column<PartnerListItem>>> = {
  places: {
    heading: COLUMN_HEADINGS.places,
    width: "@2xl:w-[24%]",
    cell: PlaceNames,
    isEmpty: ({ placeCount }) => placeCount === 0,
  },
  postcode: {
    heading: COLUMN_HEADINGS.postcode,
    cell: ({ postcode }) => <span className="whitespace-nowrap">{postcode}</span>,
    isEmpty: ({ postcode }) => postcode === null,
  },
  tags: {
    heading: COLUMN_HEADINGS.tags,
    width: "@2xl:w-[26%]",
    cell: ({ tags, unseenTags }) => <TagList tags={tags} unseen={unseenTags} />,
    isEmpty: ({ tags, unseenTags }) => tags.length + unseenTags === 0,
  },
  admins: {
    heading: COLUMN_HEADINGS.admins,
    cell: ({ adminCount }) => <span className="tabular-nums">{adminCount.toLocaleString("en-GB")}</span>,
  },
  changed: { heading: COLUMN_HEADINGS.changed, cell: ({ changedAt }) => <Day at={new Date(changedAt)} /> },
  state: {
    heading: COLUMN_HEADINGS.state,
    cell: ({ hidden, adminCount }) => <PartnerState hidden={hidden} hasAdmin={adminCount > 0} />,
    isEmpty: ({ hidden, adminCount }) => !hidden && adminCount > 0,
  },
};

function PlaceNames({ placeNames, placeCount }: PartnerListItem) {
  const more = placeCount - placeNames.length;
  return (
    <>
      {placeNames.join(", ")}
      {more > 0 && <span className="whitespace-nowrap text-ink-muted"> and {more} more</span>}
    </>
  );
}
