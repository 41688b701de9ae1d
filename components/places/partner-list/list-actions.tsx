import { Download, Plus, Trash2, Upload } from "lucide-react";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { DELETED_PARTNERS_PATH } from "@/lib/places/partner-deletions/constants";
import { exportHref, MOST_EXPORTED } from "@/lib/places/partner-export/constants";
import { PARTNER_IMPORT_PATH } from "@/lib/places/partner-import/constants";
import type { PartnerListQuery } from "@/lib/places/partner-list/schemas";
import { NEW_PARTNER_PATH } from "@/lib/places/partners/constants";

type Props = {
  query: PartnerListQuery;
  /** How many partners the list shows on all its pages. */
  total: number;
  /** Whether the reader may take the list away as a file, make a partner somewhere, and bring back deleted ones. */
  mayExport: boolean;
  mayCreate: boolean;
  mayRestore: boolean;
};

/** What one may do from the top of the list of partners. */
export function ListActions({ query, total, mayExport, mayCreate, mayRestore }: Props) {
  return (
    <>
      {mayCreate && (
        <ButtonLink href={NEW_PARTNER_PATH} tone="primary">
          <Plus aria-hidden className="size-4" />
          New partner
        </ButtonLink>
      )}
      {mayCreate && (
        <ButtonLink href={PARTNER_IMPORT_PATH}>
          <Upload aria-hidden className="size-4" />
          Import CSV
        </ButtonLink>
      )}
      {mayExport && total > 0 && total <= MOST_EXPORTED && (
        // A plain link: the framework would fetch the whole file before anybody presses it.
        <a href={exportHref(query)} className={buttonClass()}>
          <Download aria-hidden className="size-4" />
          Export CSV
        </a>
      )}
      {mayExport && total > MOST_EXPORTED && (
        <p className="self-center text-sm text-ink-muted">
          Narrow the list to {MOST_EXPORTED.toLocaleString("en-GB")} partners to export it.
        </p>
      )}
      {mayRestore && (
        <ButtonLink href={DELETED_PARTNERS_PATH}>
          <Trash2 aria-hidden className="size-4" />
          Deleted
        </ButtonLink>
      )}
    </>
  );
}
