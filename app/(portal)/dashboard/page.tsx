import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { RemitList } from "@/components/people/remit/remit-list";
import { countInWords, PartnerTable } from "@/components/places/partner-list/partner-table";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/permissions/actor";
import { listCondition } from "@/lib/permissions/scope";
import { listPartners } from "@/lib/places/partner-list/queries";
import { EVERY_PARTNER } from "@/lib/places/partner-list/schemas";

const list = "/places/partners";

/** So many partners give an idea of one's remit; the list holds them all. */
const SHOWN = 10;

/** Who one is here: the name, the roles in plain words, and the first of the partners that follow from them. */
export default definePage(async function DashboardPage() {
  const actor = await requireActor();
  const page = await listPartners(actor, EVERY_PARTNER);
  // Judged without asking the database: a role that can open no partner has no list to lead to, empty or not.
  const opensPartners = listCondition(actor, "partner", "view").rows !== "none";
  const first = { ...page, partners: page.partners.slice(0, SHOWN), previous: null, next: null };
  return (
    <PageBody>
      <PageTitle title={actor.name}>
        <RemitList grants={actor.grants} />
      </PageTitle>
      {opensPartners && (
        <section aria-labelledby="partners">
          <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="partners" className="text-xl font-semibold tracking-tight">
              Partners
            </h2>
            <p className="text-ink-muted">
              {countInWords(page, false)} · <TextLink href={list}>Open the list</TextLink>
            </p>
          </div>
          <PartnerTable path={list} query={EVERY_PARTNER} page={first} newHref={null} />
        </section>
      )}
    </PageBody>
  );
});
