import { DataTable } from "@/components/patterns/data-table";
import { NothingMatches } from "@/components/patterns/nothing-matches";
import { Pager } from "@/components/patterns/pager";
import type { UserPage } from "@/lib/people/user-list/queries";
import { type UserListQuery, userListHref } from "@/lib/people/user-list/schemas";
import { bareStateColumn, nameColumn, rolesColumn, signedInColumn, stateColumn } from "./user-columns";
import { clearedHref } from "./user-filters";

type Props = {
  /** The address of the list. */
  path: string;
  query: UserListQuery;
  page: UserPage;
  /** Whether the reader may know of everybody when they signed in. */
  knowsSignIns: boolean;
};

/** A page of people with links to its neighbours; without any, what to do about it. Oneself is always there. */
export function UserTable({ path, query, page, knowsSignIns }: Props) {
  const { users, total, inRemit, first, previous, next } = page;
  const toPage = (cursor: typeof next) => cursor && userListHref(path, query, { cursor });
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card transition-opacity delay-100 group-has-[form[data-pending]]/list:opacity-60">
      {total === 0 ? (
        <NothingMatches none="Nobody" href={clearedHref(path, query)} />
      ) : (
        <DataTable
          caption={`People within your remit, by name${query.sort === "-name" ? ", from the end of the alphabet" : ""}`}
          columns={columnsFor(path, query, knowsSignIns)}
          rows={users}
          rowKey={({ userId }) => userId}
        />
      )}
      {inRemit === 1 && total === 1 && (
        <p className="border-t border-line px-4 py-3 text-ink-muted sm:px-5">
          Nobody but you yet. Everybody who administers a partner within your remit is listed here.
        </p>
      )}
      <Pager
        label="People"
        first={first}
        last={first + users.length - 1}
        total={total}
        previousHref={toPage(previous)}
        nextHref={toPage(next)}
      />
    </div>
  );
}

function columnsFor(path: string, query: UserListQuery, knowsSignIns: boolean) {
  const downwards = query.sort === "-name";
  const sort = {
    href: userListHref(path, query, { sort: downwards ? "name" : "-name" }),
    direction: downwards ? ("descending" as const) : ("ascending" as const),
  };
  const states = knowsSignIns ? [bareStateColumn, signedInColumn] : [stateColumn];
  return [{ ...nameColumn, sort }, rolesColumn, ...states];
}
