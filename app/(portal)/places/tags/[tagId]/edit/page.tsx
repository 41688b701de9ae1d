import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { EditTagForm } from "@/components/places/tag-form/edit-tag-form";
import { tagCrumbs } from "@/components/places/tags/tag-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getTagForEdit } from "@/lib/places/tag-form/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ tagId: string }> };

/** Changing a tag's name or description. */
export default definePage(async function EditTagPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getTagForEdit(actor, decodeSegment((await params).tagId));
  if (found === null) return <MissingPage />;
  const { tag, decision } = found;
  if (tag === null) return <NoAccessPage crumbs={tagCrumbs()} refused="edit this tag" reasons={decision.reasons} />;
  const { id, externalId, values } = tag;
  return (
    <PageBody crumbs={tagCrumbs({ id, externalId, name: values.name })}>
      <OneForm title={`Edit ${values.name}`}>
        <EditTagForm tag={tag} />
      </OneForm>
    </PageBody>
  );
});
