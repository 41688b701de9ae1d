import { ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { placeFindHref } from "@/lib/places/neighbourhoods/schemas";
import type { AppliedFilters } from "@/lib/places/partner-filters/queries";
import { focusParameters } from "@/lib/places/partner-focus/schemas";
import { type PartnerListQuery, partnerListHref } from "@/lib/places/partner-list/schemas";
import type { ShownTag } from "@/lib/places/partners/queries";
import { PlacePicker } from "../neighbourhoods/place-picker";
import { ActiveFilters } from "./active-filters";
import { DisplayMenu } from "./display-menu";
import { filterCount } from "./filter-chips";
import { FilterSelect, SearchBox } from "./filter-controls";
import { FilterForm } from "./filter-form";

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
      <FilterForm path={path} query={query}>
        {focusParameters(query.focus).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-[1_1_15rem]">
            <SearchBox text={query.text} />
          </div>
          <Folded count={filterCount(query)}>
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
          </Folded>
          <DisplayMenu sort={query.sort} columns={query.columns} />
          <div className="hidden noscript:block">
            <Button type="submit" tone="primary">
              Apply
            </Button>
          </div>
        </div>
      </FilterForm>
      <ActiveFilters path={path} query={query} applied={applied} />
    </div>
  );
}

/**
 * The filters side by side, and on a phone behind a button. It is one `details` for both, so that nothing depends on
 * scripts: where there is room its content is shown although it is closed.
 */
function Folded({ count, children }: { count: number; children: ReactNode }) {
  return (
    <details className="group/filters max-sm:flex-[1_1_auto] max-sm:open:basis-full sm:min-w-0 sm:flex-[3_1_30rem] sm:[&::details-content]:block sm:[&::details-content]:[content-visibility:visible]">
      <summary className={`${buttonClass()} w-full sm:supports-[selector(::details-content)]:hidden`}>
        <ListFilter aria-hidden className="size-4" />
        Filters
        {count > 0 && <span className="text-ink-muted tabular-nums">{count}</span>}
      </summary>
      <div className="grid gap-2 max-sm:pt-2 sm:grid-cols-2 xl:grid-cols-4">{children}</div>
    </details>
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
