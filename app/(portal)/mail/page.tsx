import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { MailFilters } from "@/components/people/mails/mail-filters";
import { MailTable, mailsInWords } from "@/components/people/mails/mail-table";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { listMails } from "@/lib/people/mails/queries";
import { readMailListQuery } from "@/lib/people/mails/schemas";
import { requireActor } from "@/lib/permissions/actor";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The mails that the portal wrote and how each fares, never what they say: for root. */
export default definePage(async function MailPage({ searchParams }: Props) {
  const actor = await requireActor();
  const query = readMailListQuery(await searchParams);
  const { decision, page } = await listMails(actor, query);
  if (page === null) return <NoAccessPage refused="see the portal’s mail" reasons={decision.reasons} />;
  return (
    <PageBody wide>
      <PageTitle title="Mail">
        <p role="status" className="text-ink-muted tabular-nums">
          {mailsInWords(page.total, query.state)}
        </p>
        {!page.sends && (
          <p className="text-ink-muted">This portal has no mail server: what it writes waits and is never sent.</p>
        )}
      </PageTitle>
      <div className="grid gap-3">
        <MailFilters state={query.state} />
        <MailTable query={query} page={page} />
      </div>
    </PageBody>
  );
});
