import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { ImportColumns } from "@/components/places/partner-import/import-columns";
import { ImportForm } from "@/components/places/partner-import/import-form";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { getImportRefusal } from "@/lib/places/partner-import/queries";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";

/** Making many partners from a file: which columns it may have, a preview with what is wrong, and then the making. */
export default definePage(async function ImportPartnersPage() {
  const actor = await requireActor();
  const refusal = await getImportRefusal(actor);
  if (refusal !== null) return <NoAccessPage refused="import partners" reasons={refusal} />;
  return (
    <PageBody crumbs={[{ label: "Partners", href: PARTNERS_PATH }]}>
      <PageTitle title="Import partners">
        <p className="max-w-prose text-ink-muted">
          Each line of the file becomes a partner, by the same rules as one that is typed in.
        </p>
      </PageTitle>
      <div className="grid gap-4">
        <ImportForm />
        <ImportColumns />
      </div>
    </PageBody>
  );
});
