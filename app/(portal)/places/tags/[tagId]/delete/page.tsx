import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { DeleteTag } from "@/components/places/tag-form/delete-tag";
import { tagCrumbs } from "@/components/places/tags/tag-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getTagDeletion } from "@/lib/places/tag-form/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ tagId: string }> };

/** Deleting a tag, with what goes with it. */
export default definePage(async function DeleteTagPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getTagDeletion(actor, decodeSegment((await params).tagId));
  if (found === null) return <MissingPage />;
  const { decision, deletion } = found;
  if (deletion === null)
    return <NoAccessPage crumbs={tagCrumbs()} refused="delete this tag" reasons={decision.reasons} />;
  const { id, externalId, values } = deletion.tag;
  return (
    <PageBody crumbs={tagCrumbs({ id, externalId, name: values.name })}>
      <OneForm title={`Delete ${values.name}?`}>
        <DeleteTag deletion={deletion} />
      </OneForm>
    </PageBody>
  );
});
