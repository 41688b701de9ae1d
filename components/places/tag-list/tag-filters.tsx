import { FilterChips } from "@/components/patterns/filter-chips";
import { SearchBox } from "@/components/patterns/filter-controls";
import { Button } from "@/components/ui/button";
import { TabLinks } from "@/components/ui/tabs";
import type { TagPage } from "@/lib/places/tag-list/queries";
import { type TagListQuery, tagListHref } from "@/lib/places/tag-list/schemas";
import { KIND_NAMES, TAG_KINDS } from "@/lib/places/tags/constants";
import { TagFilterForm } from "./tag-filter-form";

type Props = { path: string; query: TagListQuery; page: Pick<TagPage, "inRemit" | "kinds"> };

/** Everything above the list of tags: a tab for each kind that the reader sees any of, and the search. */
export function TagFilters({ path, query, page: { inRemit, kinds } }: Props) {
  const { text, kind, sort } = query;
  const seen = TAG_KINDS.filter((each) => (kinds[each] ?? 0) > 0 || each === kind);
  return (
    <div className="grid gap-3">
      <TabLinks
        label="Kinds of tags"
        tabs={[
          { href: tagListHref(path, query, { kind: "" }), label: "All", count: inRemit },
          ...seen.map((each) => ({
            href: tagListHref(path, query, { kind: each }),
            label: KIND_NAMES[each].many,
            count: kinds[each] ?? 0,
          })),
        ]}
        current={tagListHref(path, query, { kind })}
      />
      <TagFilterForm path={path} query={query}>
        {kind !== "" && <input type="hidden" name="kind" value={kind} />}
        {sort !== "name" && <input type="hidden" name="sort" value={sort} />}
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-[1_1_15rem] sm:max-w-md">
            <SearchBox label="Search by name" text={text} />
          </div>
          <div className="hidden noscript:block">
            <Button type="submit" tone="primary">
              Apply
            </Button>
          </div>
        </div>
      </TagFilterForm>
      <FilterChips
        chips={
          text === "" ? [] : [{ about: "Search", value: `“${text}”`, href: tagListHref(path, query, { text: "" }) }]
        }
        clearedHref={clearedHref(path, query)}
      />
    </div>
  );
}

/** The address of the list as it is shown, without any filter. */
export function clearedHref(path: string, query: TagListQuery): string {
  return tagListHref(path, query, { text: "", kind: "" });
}
