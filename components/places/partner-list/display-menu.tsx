import { SlidersHorizontal } from "lucide-react";
import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { Menu } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import { PARTNER_COLUMNS, type PartnerColumn, type PartnerSort } from "@/lib/places/partner-list/constants";
import { columnHeadings } from "./partner-columns";

const sorts: readonly { value: PartnerSort; label: string }[] = [
  { value: "name", label: "Name, A to Z" },
  { value: "-name", label: "Name, Z to A" },
  { value: "-changed", label: "Last changed first" },
];

/** How the list is shown: its order, also for screens too narrow for headings, and the columns beside the name. */
export function DisplayMenu({ sort, columns }: { sort: PartnerSort; columns: readonly PartnerColumn[] }) {
  return (
    <Menu
      label={
        <>
          <SlidersHorizontal aria-hidden className="size-4" />
          Display
        </>
      }
      panelClassName="w-64"
      settings
    >
      <div className="grid gap-4 px-3.5 py-2">
        <Select name="sort" label="Sort by" defaultValue={sort} options={sorts} />
        <CheckboxGroup legend="Columns">
          {/* Sent even where no column is ticked, which would else read as none having been chosen yet. */}
          <input type="hidden" name="columns" value="" />
          {PARTNER_COLUMNS.map((column) => (
            <Checkbox
              key={column}
              name="columns"
              value={column}
              label={columnHeadings[column]}
              defaultChecked={columns.includes(column)}
            />
          ))}
        </CheckboxGroup>
      </div>
    </Menu>
  );
}
