import { OlderLink } from "@/components/patterns/older-link";
import type { AuditPage } from "@/lib/people/audit-events/queries";
import { AuditTable } from "./audit-table";

/** The history of one record, newest first, with the way to what is older. `path` is the address of the record. */
export function RecordHistory({ page, path }: { page: AuditPage; path: string }) {
  return (
    <section aria-label="History" className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
      <AuditTable events={page.events} />
      <OlderLink href={page.next && `${path}/history?before=${page.next}`} />
    </section>
  );
}
