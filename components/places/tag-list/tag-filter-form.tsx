"use client";
import type { ReactNode } from "react";
import { FilterForm } from "@/components/patterns/filter-form";
import { readTagListQuery, type TagListQuery, tagListHref } from "@/lib/places/tag-list/schemas";

/** The form above the list of tags. `query` is what the list shows now. */
export function TagFilterForm({ path, query, children }: { path: string; query: TagListQuery; children: ReactNode }) {
  const { text, kind, sort } = query;
  return (
    <FilterForm
      path={path}
      label="Find tags"
      shown={tagListHref(path, query)}
      values={{ q: text, kind, sort }}
      hrefOf={(parameters) => tagListHref(path, readTagListQuery(parameters))}
    >
      {children}
    </FilterForm>
  );
}
