import "server-only";
import { OlderLink } from "@/components/patterns/older-link";
import { PageTitle } from "@/components/patterns/page-title";
import { AuditTable } from "@/components/people/audit-events/audit-table";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { listAuditEvents } from "@/lib/people/audit-events/queries";
import { requireActor } from "@/lib/permissions/actor";
import { recordPath } from "@/lib/places/record-paths/constants";

/** Everything that was done in the portal, newest first: for root. */
export default definePage(async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : null;
  const { page, refusal } = await listAuditEvents(actor, cursor);
  if (page === null) return <NoAccessPage refused="see the audit trail" reasons={refusal} />;
  return (
    <PageBody>
      <PageTitle title="Audit">
        <p className="text-ink-muted">Everything that was done, newest first.</p>
      </PageTitle>
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
        <AuditTable events={page.events} pathOf={recordPath} />
        <OlderLink href={page.next && `/audit?before=${page.next}`} />
      </div>
    </PageBody>
  );
});
