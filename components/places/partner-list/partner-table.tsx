import { Plus } from "lucide-react";
import { DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { NothingMatches } from "@/components/patterns/nothing-matches";
import { Pager } from "@/components/patterns/pager";
import { ButtonLink } from "@/components/ui/button";
import type { PartnerSort } from "@/lib/places/partner-list/constants";
import type { PartnerPage } from "@/lib/places/partner-list/queries";
import { type PartnerListQuery, partnerListHref } from "@/lib/places/partner-list/schemas";
import { clearedHref } from "./active-filters";
import { chosenColumns, nameColumn } from "./partner-columns";

type Props = {
  /** The address of the list. */
  path: string;
  query: PartnerListQuery;
  page: PartnerPage;
  /** Where a new partner begins; null for those who may make none. */
  newHref: string | null;
};

/** A page of partners with links to its neighbours; without any, what would be here and what to do about it. */
export function PartnerTable({ path, query, page, newHref }: Props) {
  const { partners, total, inRemit, first, previous, next } = page;
  const toPage = (cursor: typeof next) => cursor && partnerListHref(path, query, { cursor });
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card transition-opacity delay-100 group-has-[form[data-pending]]/list:opacity-60">
      {inRemit === 0 && <NothingInRemit newHref={newHref} />}
      {inRemit > 0 && total === 0 && <NothingMatches none="No partner" href={clearedHref(path, query)} />}
      {total > 0 && (
        <DataTable
          caption={`Partners within your remit, ${sortedBy[query.sort]}`}
          columns={columnsFor(path, query)}
          rows={partners}
          rowKey={({ id }) => id}
        />
      )}
      <Pager
        label="Partners"
        first={first}
        last={first + partners.length - 1}
        total={total}
        previousHref={toPage(previous)}
        nextHref={toPage(next)}
      />
    </div>
  );
}

const sortedBy: Readonly<Record<PartnerSort, string>> = {
  name: "by name",
  "-name": "by name, from the end of the alphabet",
  "-changed": "last changed first",
};

function columnsFor(path: string, query: PartnerListQuery) {
  const { sort, columns } = query;
  const by = (asked: PartnerSort) => partnerListHref(path, query, { sort: asked });
  const nameSort = {
    href: by(sort === "name" ? "-name" : "name"),
    direction: sort === "name" ? ("ascending" as const) : sort === "-name" ? ("descending" as const) : null,
  };
  const changedSort = { href: by("-changed"), direction: sort === "-changed" ? ("descending" as const) : null };
  return [
    { ...nameColumn, sort: nameSort },
    ...columns.map((column) => ({
      ...chosenColumns[column],
      ...(column === "changed" ? { sort: changedSort } : {}),
    })),
  ];
}

function NothingInRemit({ newHref }: { newHref: string | null }) {
  return (
    <EmptyState
      title="No partners within your remit"
      action={
        newHref !== null && (
          <ButtonLink href={newHref} tone="primary">
            <Plus aria-hidden className="size-4" />
            New partner
          </ButtonLink>
        )
      }
    >
      <p>
        Partners that have an address or serve people in the places you look after, and those you administer, are listed
        here.
      </p>
    </EmptyState>
  );
}
