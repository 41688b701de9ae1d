import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { DataFindings } from "@/components/places/data-quality/data-findings";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { userPath } from "@/lib/people/users/constants";
import { requireActor } from "@/lib/permissions/actor";
import { getDataQuality } from "@/lib/places/data-quality/queries";

/** What root should put right in the data of the wing: each line leads to its repair. */
export default definePage(async function DataQualityPage() {
  const actor = await requireActor();
  const { decision, findings } = await getDataQuality(actor);
  if (findings === null) return <NoAccessPage refused="see the data-quality list" reasons={decision.reasons} />;
  return (
    <PageBody>
      <PageTitle title="Data quality">
        <p className="max-w-prose text-ink-muted">
          Records that need somebody. Each line leads to where it is put right.
        </p>
      </PageTitle>
      <DataFindings findings={findings} personPath={userPath} />
    </PageBody>
  );
});
