"use client";
import { FormCheckbox } from "@/components/patterns/form-field";
import { bulkTagPartnersAction } from "@/lib/places/partner-bulk/actions";
import type { CarrierItem } from "@/lib/places/tag-carriers/queries";
import type { SavedTag } from "@/lib/places/tag-changes/schemas";
import { tagPath } from "@/lib/places/tags/constants";
import { BulkForm } from "../partner-bulk/bulk-form";
import { namesOf } from "../partner-bulk/chosen-partners";
import { CarrierTable } from "./carrier-table";

/** Partners beside a tag: those that carry it may be ticked to be taken out, the others to be put in. */
export function CarrierForm({ tag, partners }: { tag: SavedTag; partners: readonly CarrierItem[] }) {
  return (
    <BulkForm
      action={bulkTagPartnersAction}
      fields={{ tagId: tag.id }}
      names={namesOf(partners)}
      submitLabel="Save what is ticked"
      confirmLabel="Save anyway"
      cancelHref={tagPath(tag)}
      afterwards="again"
      idle={partners.length === 0}
    >
      <CarrierTable
        tag={tag.values.name}
        partners={partners}
        checkbox={(partner) => <CarrierBox partner={partner} />}
      />
    </BulkForm>
  );
}

function CarrierBox({ partner: { id, name, carries, mayChange, full } }: { partner: CarrierItem }) {
  if (!mayChange) return <span className="text-sm text-ink-muted">Not yours to change</span>;
  if (full && !carries) return <span className="text-sm text-ink-muted">Has three categories already</span>;
  return (
    <FormCheckbox
      name={carries ? "remove" : "add"}
      value={id}
      label={
        <>
          {carries ? "Take out" : "Put in"}
          <span className="sr-only"> {name}</span>
        </>
      }
    />
  );
}
