import { DeletionForm } from "@/components/patterns/deletion-form";
import { TextLink } from "@/components/ui/text-link";
import { deleteTagAction } from "@/lib/places/tag-form/actions";
import type { TagDeletion } from "@/lib/places/tag-form/queries";
import { tagPath } from "@/lib/places/tags/constants";
import { carryingHref } from "../tags/tag-facts";

/** Deletes a tag, and says what goes with it: partners that lose it, roles that are held over it, sites that it narrows. */
export function DeleteTag({ deletion: { tag, uses } }: { deletion: TagDeletion }) {
  const path = tagPath(tag);
  const { partners, grants, emptied, sites, widened, blocking } = uses;
  return (
    <DeletionForm
      action={deleteTagAction}
      fields={{ tagId: tag.id, version: String(tag.version) }}
      name={tag.values.name}
      recordHref={path}
      cancelHref={path}
    >
      <p>This cannot be undone.</p>
      <ul className="grid list-disc gap-1 ps-5">
        {partners === 0 ? (
          <li>No partner carries it.</li>
        ) : (
          <li>
            <TextLink href={carryingHref(tag)}>{counted(partners, "partner", "partners")}</TextLink>{" "}
            {partners === 1 ? "carries it and loses" : "carry it and lose"} it.
          </li>
        )}
        {grants > 0 && (
          <li>
            {counted(grants, "partnership admin loses", "partnership admins lose")} it from their role.
            {emptied > 0 &&
              ` ${counted(emptied, "of these roles holds", "of these roles hold")} no other partnership and will give nothing.`}
          </li>
        )}
        {sites > 0 && (
          <li>
            {counted(sites, "site is", "sites are")} narrowed by it.
            {widened > 0 &&
              ` ${counted(widened, "of them has", "of them have")} no other partnership and will show every partner in ${widened === 1 ? "its" : "their"} area.`}
          </li>
        )}
        {blocking > 0 && (
          <li>
            {counted(blocking, "of these sites is", "of these sites are")} published: first give{" "}
            {blocking === 1 ? "it" : "each"} another partnership, or take it off the public pages.
          </li>
        )}
      </ul>
    </DeletionForm>
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
