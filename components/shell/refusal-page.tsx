import type { ComponentProps } from "react";
import type { Crumb } from "@/components/patterns/breadcrumb";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { PageBody } from "./page-body";

/** What a page of the frame answers where there is nothing, or nothing within one's remit: `Missing`, with its status 404. */
export function MissingPage() {
  return (
    <PageBody>
      <Missing />
    </PageBody>
  );
}

/**
 * What a page of the frame answers to somebody who may not do what it is for: `NoAccess`, with its status 403.
 * @param crumbs what lies above the refused page, as far as one may know it.
 */
export function NoAccessPage({ crumbs, ...refusal }: ComponentProps<typeof NoAccess> & { crumbs?: readonly Crumb[] }) {
  return (
    <PageBody crumbs={crumbs}>
      <NoAccess {...refusal} />
    </PageBody>
  );
}
