import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { PartnerTable, partnerCount } from "@/components/places/partners/partner-table";
import { PageBody } from "@/components/shell/page-body";
import { requireActor } from "@/lib/permissions/actor";
import { listPartners } from "@/lib/places/partners/queries";
import { readPartnerCursor } from "@/lib/places/partners/schemas";

/** The partners within one's remit, page by page. */
export default async function PartnersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const cursor = readPartnerCursor((await searchParams).page);
  const page = await listPartners(actor, cursor);
  return (
    <PageBody section="partners">
      <PageTitle title="Partners">
        <p className="text-ink-muted">{partnerCount(page.total)} in your remit</p>
      </PageTitle>
      <PartnerTable page={page} path="/places/partners" />
    </PageBody>
  );
}
