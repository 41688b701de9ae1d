import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { RemitList } from "@/components/people/remit/remit-list";
import { PartnerTable, partnerCount } from "@/components/places/partners/partner-table";
import { PageBody } from "@/components/shell/page-body";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/permissions/actor";
import { listCondition } from "@/lib/permissions/scope";
import { listPartners } from "@/lib/places/partners/queries";

/** Who one is here: the name, the roles in plain words, and the partners that follow from them. */
export default async function DashboardPage() {
  const actor = await requireActor();
  const page = await listPartners(actor, null);
  // Judged without asking the database: a role that can open no partner has no list to lead to, empty or not.
  const opensPartners = listCondition(actor, "partner", "view").rows !== "none";
  return (
    <PageBody section="dashboard">
      <PageTitle title={actor.name}>
        <RemitList grants={actor.grants} />
      </PageTitle>
      {opensPartners && (
        <section aria-labelledby="partners">
          <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="partners" className="text-xl font-semibold tracking-tight">
              Partners in your remit
            </h2>
            <p className="text-ink-muted">
              {partnerCount(page.total)} · <TextLink href="/places/partners">Open the list</TextLink>
            </p>
          </div>
          <PartnerTable page={page} path="/places/partners" />
        </section>
      )}
    </PageBody>
  );
}
