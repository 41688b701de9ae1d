import { FilterSelect, FoldedFilters, SearchBox } from "@/components/patterns/filter-controls";
import { Button } from "@/components/ui/button";
import { placeFindHref } from "@/lib/places/neighbourhoods/schemas";
import type { AppliedFilters } from "@/lib/places/partner-filters/queries";
import { focusParameters } from "@/lib/places/partner-focus/schemas";
import { type PartnerListQuery, partnerListHref } from "@/lib/places/partner-list/schemas";
import type { ShownTag } from "@/lib/places/partners/queries";
import { PlacePicker } from "../neighbourhoods/place-picker";
import { ActiveFilters } from "./active-filters";
import { DisplayMenu } from "./display-menu";
import { filterCount } from "./filter-chips";
import { PartnerFilterForm } from "./partner-filter-form";

type Props = {
  path: string;
  query: PartnerListQuery;
  /** The place and the tag that the list is really filtered by, with their names. */
  applied: AppliedFilters;
  /** The tags that one may filter by. */
  tags: readonly ShownTag[];
};

/** Everything above the list: search, filters, display, and the filters in force. One form, one address. */
export function PartnerFilters({ path, query, applied, tags }: Props) {
  return (
    <div className="grid gap-3">
      <PartnerFilterForm path={path} query={query}>
        {focusParameters(query.focus).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-[1_1_15rem]">
            <SearchBox label="Search by name or postcode" text={query.text} />
          </div>
          <FoldedFilters count={filterCount(query)} columnsClass="sm:grid-cols-2 xl:grid-cols-4">
            {/* A box that suggests is as wide as its longest word wants to be, unless it is told that it may shrink. */}
            <div className="min-w-0 noscript:self-center [&_.grid]:grid-cols-1">
              <PlacePicker
                name="place"
                label="Place"
                placeholder="Any place"
                labelHidden
                use={{ kind: "filter" }}
                chosen={applied.place === null ? [] : [applied.place]}
                multiple={false}
                findHref={placeFindHref({
                  use: { kind: "filter" },
                  to: partnerListHref(path, query, { place: "" }),
                  as: "place",
                })}
              />
              {/* One that is unknown here filters on; a place that is chosen comes before it, and the first one counts. */}
              {applied.place === null && query.place !== "" && <input type="hidden" name="place" value={query.place} />}
            </div>
            <FilterSelect name="tag" label="Tag" value={applied.tag?.id ?? ""} options={tagOptions(tags)} />
            <FilterSelect name="state" label="State" value={query.visibility} options={states} />
            <FilterSelect name="admin" label="Admins" value={query.admin} options={admins} />
          </FoldedFilters>
          <DisplayMenu sort={query.sort} columns={query.columns} />
          <div className="hidden noscript:block">
            <Button type="submit" tone="primary">
              Apply
            </Button>
          </div>
        </div>
      </PartnerFilterForm>
      <ActiveFilters path={path} query={query} applied={applied} />
    </div>
  );
}

function tagOptions(tags: readonly ShownTag[]) {
  return [{ value: "", label: "Any tag" }, ...tags.map(({ id, name }) => ({ value: id, label: name }))];
}

const states = [
  { value: "", label: "Any state" },
  { value: "shown", label: "Shown" },
  { value: "hidden", label: "Hidden" },
];

const admins = [
  { value: "", label: "Any admin" },
  { value: "with", label: "Has an admin" },
  { value: "without", label: "No admin" },
];
