import { Plus, Tag } from "lucide-react";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { NothingMatches } from "@/components/patterns/nothing-matches";
import { Pager } from "@/components/patterns/pager";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { TagListItem, TagPage } from "@/lib/places/tag-list/queries";
import { type TagListQuery, tagListHref } from "@/lib/places/tag-list/schemas";
import { tagPath } from "@/lib/places/tags/constants";
import { carryingHref } from "../tags/tag-facts";
import { TagKindBadge } from "../tags/tag-kind";
import { clearedHref } from "./tag-filters";

type Props = {
  /** The address of the list. */
  path: string;
  query: TagListQuery;
  page: TagPage;
  /** Where a new tag begins; null for those who may make none. */
  newHref: string | null;
};

/** A page of tags with links to its neighbours; without any, what would be here and what to do about it. */
export function TagTable({ path, query, page, newHref }: Props) {
  const { tags, total, inRemit, first, previous, next } = page;
  const toPage = (cursor: typeof next) => cursor && tagListHref(path, query, { cursor });
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card transition-opacity delay-100 group-has-[form[data-pending]]/list:opacity-60">
      {inRemit === 0 && <NoTags newHref={newHref} />}
      {inRemit > 0 && total === 0 && <NothingMatches none="No tag" href={clearedHref(path, query)} />}
      {total > 0 && (
        <DataTable
          caption={`Tags that you see, ${query.sort === "-partners" ? "most carried first" : "by name"}`}
          columns={columnsFor(path, query)}
          rows={tags}
          rowKey={({ id }) => id}
        />
      )}
      <Pager
        label="Tags"
        first={first}
        last={first + tags.length - 1}
        total={total}
        previousHref={toPage(previous)}
        nextHref={toPage(next)}
      />
    </div>
  );
}

function columnsFor(path: string, query: TagListQuery): Column<TagListItem>[] {
  const { sort } = query;
  return [
    {
      heading: "Name",
      width: "@2xl:w-[30%]",
      cell: (tag) => (
        <TextLink href={tagPath(tag)} className="wrap-anywhere">
          {tag.name}
        </TextLink>
      ),
      sort: {
        href: tagListHref(path, query, { sort: sort === "name" ? "-name" : "name" }),
        direction: sort === "name" ? "ascending" : sort === "-name" ? "descending" : null,
      },
    },
    { heading: "Kind", cell: ({ kind }) => <TagKindBadge kind={kind} /> },
    {
      heading: "Description",
      width: "@2xl:w-[36%]",
      cell: ({ description }) => <span className="wrap-anywhere text-ink-muted">{description}</span>,
      isEmpty: ({ description }) => description === null,
    },
    {
      heading: "Partners",
      align: "end",
      cell: (tag) => <Carriers tag={tag} />,
      sort: {
        href: tagListHref(path, query, { sort: "-partners" }),
        direction: sort === "-partners" ? "descending" : null,
      },
    },
  ];
}

function Carriers({ tag }: { tag: TagListItem }) {
  const { name, partnerCount } = tag;
  if (partnerCount === 0) return "0";
  return (
    <TextLink href={carryingHref(tag)}>
      {partnerCount.toLocaleString("en-GB")}
      <span className="sr-only"> partners in {name}</span>
    </TextLink>
  );
}

function NoTags({ newHref }: { newHref: string | null }) {
  return (
    <EmptyState
      title="No tags yet"
      icon={<Tag aria-hidden />}
      action={
        newHref !== null && (
          <ButtonLink href={newHref} tone="primary">
            <Plus aria-hidden className="size-4" />
            New tag
          </ButtonLink>
        )
      }
    >
      <p>Categories, facilities and partnerships by which partners are found and looked after are listed here.</p>
    </EmptyState>
  );
}
