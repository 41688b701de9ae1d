"use client";
import type { ReactNode } from "react";
import { FilterForm } from "@/components/patterns/filter-form";
import { readUserListQuery, type UserListQuery, userListHref } from "@/lib/people/user-list/schemas";

/** The form above the list of people. `query` is what the list shows now. */
export function UserFilterForm({ path, query, children }: { path: string; query: UserListQuery; children: ReactNode }) {
  const { text, role, state, sort } = query;
  return (
    <FilterForm
      path={path}
      label="Find people"
      shown={userListHref(path, query)}
      values={{ q: text, role, state, sort }}
      hrefOf={(parameters) => userListHref(path, readUserListQuery(parameters))}
    >
      {children}
    </FilterForm>
  );
}
