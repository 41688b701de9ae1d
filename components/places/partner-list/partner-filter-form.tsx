"use client";
import type { ReactNode } from "react";
import { FilterForm } from "@/components/patterns/filter-form";
import { type PartnerListQuery, partnerListHref, readPartnerListQuery } from "@/lib/places/partner-list/schemas";

/** The form above the list of partners. `query` is what the list shows now. */
export function PartnerFilterForm({
  path,
  query,
  children,
}: {
  path: string;
  query: PartnerListQuery;
  children: ReactNode;
}) {
  const { text, tag, visibility, admin, sort, columns } = query;
  return (
    <FilterForm
      path={path}
      label="Find partners"
      shown={partnerListHref(path, query)}
      values={{ q: text, tag, state: visibility, admin, sort, columns }}
      hrefOf={(parameters) => partnerListHref(path, readPartnerListQuery(parameters))}
    >
      {children}
    </FilterForm>
  );
}
