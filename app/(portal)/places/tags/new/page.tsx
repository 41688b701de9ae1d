import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { NewTagForm } from "@/components/places/tag-form/new-tag-form";
import { tagCrumbs } from "@/components/places/tags/tag-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { decideNewTag } from "@/lib/places/tag-form/queries";

/** Making a tag. */
export default definePage(async function NewTagPage() {
  const actor = await requireActor();
  const { outcome, reasons } = await decideNewTag(actor);
  if (outcome === "deny") return <NoAccessPage crumbs={tagCrumbs()} refused="create tags" reasons={reasons} />;
  return (
    <PageBody crumbs={tagCrumbs()}>
      <OneForm title="New tag">
        <NewTagForm />
      </OneForm>
    </PageBody>
  );
});
