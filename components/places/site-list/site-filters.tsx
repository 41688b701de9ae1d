"use client";
import { FilterSelect, SearchBox } from "@/components/patterns/filter-controls";
import { FilterForm } from "@/components/patterns/filter-form";
import { Button } from "@/components/ui/button";
import { readSiteListQuery, type SiteListQuery, siteListHref } from "@/lib/places/site-list/schemas";

const states = [
  { value: "", label: "Any state" },
  { value: "published", label: "Published" },
  { value: "draft", label: "Not published" },
];

/** The form above the list of sites. `query` is what the list shows now. */
export function SiteFilters({ path, query }: { path: string; query: SiteListQuery }) {
  const { text, state } = query;
  return (
    <FilterForm
      path={path}
      label="Find sites"
      shown={siteListHref(path, query)}
      values={{ q: text, state }}
      hrefOf={(parameters) => siteListHref(path, readSiteListQuery(parameters))}
    >
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-[1_1_15rem]">
          <SearchBox label="Search by name or address" text={text} />
        </div>
        <FilterSelect name="state" label="State" value={state} options={states} />
        <div className="hidden noscript:block">
          <Button type="submit" tone="primary">
            Apply
          </Button>
        </div>
      </div>
    </FilterForm>
  );
}
