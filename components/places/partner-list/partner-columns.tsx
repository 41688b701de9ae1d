import type { Column } from "@/components/patterns/data-table";
import { Day } from "@/components/patterns/instant";
import { TextLink } from "@/components/ui/text-link";
import type { PartnerColumn } from "@/lib/places/partner-list/constants";
import type { PartnerListItem } from "@/lib/places/partner-list/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { PartnerState } from "../partners/partner-state";
import { TagList } from "../partners/tag-list";

/** What each column that can be chosen is called, in its heading and in the menu. */
export const columnHeadings: Readonly<Record<PartnerColumn, string>> = {
  places: "Places",
  postcode: "Postcode",
  tags: "Tags",
  admins: "Admins",
  changed: "Last changed",
  state: "State",
};

/** The column that names the partner, and is always there. */
export const nameColumn: Column<PartnerListItem> = {
  heading: "Name",
  width: "@2xl:w-[30%]",
  cell: (partner) => <TextLink href={partnerPath(partner)}>{partner.name}</TextLink>,
};

/** What each of the other columns shows. */
export const chosenColumns: Readonly<Record<PartnerColumn, Column<PartnerListItem>>> = {
  places: {
    heading: columnHeadings.places,
    width: "@2xl:w-[24%]",
    cell: PlaceNames,
    isEmpty: ({ placeCount }) => placeCount === 0,
  },
  postcode: {
    heading: columnHeadings.postcode,
    cell: ({ postcode }) => <span className="whitespace-nowrap">{postcode}</span>,
    isEmpty: ({ postcode }) => postcode === null,
  },
  tags: {
    heading: columnHeadings.tags,
    width: "@2xl:w-[26%]",
    cell: ({ tags, unseenTags }) => <TagList tags={tags} unseen={unseenTags} />,
    isEmpty: ({ tags, unseenTags }) => tags.length + unseenTags === 0,
  },
  admins: {
    heading: columnHeadings.admins,
    cell: ({ adminCount }) => <span className="tabular-nums">{adminCount.toLocaleString("en-GB")}</span>,
  },
  changed: { heading: columnHeadings.changed, cell: ({ changedAt }) => <Day at={new Date(changedAt)} /> },
  state: {
    heading: columnHeadings.state,
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
