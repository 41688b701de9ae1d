import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { DeletedPartners } from "@/components/places/partner-restorations/deleted-partners";
import { partnerCrumbs } from "@/components/places/partners/partner-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { RESTORE_DAYS } from "@/lib/places/partner-deletions/constants";
import { readDeletionsCursor } from "@/lib/places/partner-deletions/schemas";
import { listDeletedPartners, mayRestorePartners, whyNotRestore } from "@/lib/places/partner-restorations/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The partners that were deleted and can still be brought back: for root. */
export default definePage(async function DeletedPartnersPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayRestorePartners(actor)) {
    return <NoAccessPage crumbs={partnerCrumbs()} refused="bring back partners" reasons={whyNotRestore(actor)} />;
  }
  const page = await listDeletedPartners(actor, readDeletionsCursor(await searchParams));
  return (
    <PageBody crumbs={partnerCrumbs()} wide>
      <PageTitle title="Deleted partners">
        <p className="max-w-prose text-ink-muted">
          A deleted partner can be brought back for {RESTORE_DAYS} days, with its tags, admins and calendars. The events
          of its calendars come with the next import, and those that were hidden stay hidden. What no longer exists is
          left out, and you are told what it was.
        </p>
      </PageTitle>
      <DeletedPartners page={page} />
    </PageBody>
  );
});
