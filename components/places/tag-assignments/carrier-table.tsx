import type { ReactNode } from "react";
import { DataTable } from "@/components/patterns/data-table";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { partnerPath } from "@/lib/places/partners/constants";
import type { CarrierItem } from "@/lib/places/tag-carriers/queries";

type Props = {
  /** The tag's name. */
  tag: string;
  partners: readonly CarrierItem[];
  /** What may be done about a row. */
  checkbox: (partner: CarrierItem) => ReactNode;
};

/** Partners by name, each with where it is, whether it carries the tag, and the box that changes that. */
export function CarrierTable({ tag, partners, checkbox }: Props) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
      <DataTable
        caption={`Partners within your remit beside ${tag}, by name`}
        columns={[
          {
            heading: "Name",
            width: "@2xl:w-[34%]",
            cell: (partner) => (
              <TextLink href={partnerPath(partner)} className="wrap-anywhere">
                {partner.name}
              </TextLink>
            ),
          },
          {
            heading: "Places",
            width: "@2xl:w-[26%]",
            cell: ({ placeNames }) => placeNames.join(", "),
            isEmpty: ({ placeNames }) => placeNames.length === 0,
          },
          {
            heading: "Now",
            cell: ({ carries }) => (carries ? <Badge tone="accent">In</Badge> : <Badge>Not in</Badge>),
          },
          { heading: "Change", cell: checkbox },
        ]}
        rows={partners}
        rowKey={({ id }) => id}
      />
    </div>
  );
}
