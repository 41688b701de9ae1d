import "server-only";
import { notFound } from "next/navigation";
import { DataTable } from "@/components/patterns/data-table";
import { Instant } from "@/components/patterns/instant";
import { PageTitle } from "@/components/patterns/page-title";
import { Mark } from "@/components/shell/mark";
import { TextLink } from "@/components/ui/text-link";
import { listMailbox } from "@/lib/platform/mail/mailbox";

/** The demo's letter box: every mail that would have been sent, the latest first. It does not exist outside the embedded demo. */
export default async function MailboxPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const { to } = await searchParams;
  const mails = await listMailbox(typeof to === "string" ? to : null);
  if (mails === null) notFound();
  return (
    <main className="mx-auto w-full max-w-4xl px-4 py-8">
      <p className="mb-6 flex items-center gap-2 text-lg font-semibold tracking-tight">
        <Mark />
        Remit
      </p>
      <PageTitle title="Mailbox">
        <p className="text-ink-muted">
          No mail leaves this demo: it stays here, for everybody on this machine to read.{" "}
          <TextLink href="/sign-in">Back to sign-in</TextLink>
        </p>
      </PageTitle>
      {mails.length === 0 ? (
        <p>There is no mail yet. Ask for a sign-in link, and it will lie here.</p>
      ) : (
        <DataTable
          caption="Mails, the latest first"
          rows={mails}
          rowKey={({ id }) => id}
          columns={[
            { heading: "Subject", cell: ({ id, subject }) => <TextLink href={`/mailbox/${id}`}>{subject}</TextLink> },
            { heading: "To", cell: ({ recipient }) => recipient },
            {
              heading: "Written",
              cell: ({ createdAt }) => <Instant at={createdAt} />,
            },
          ]}
        />
      )}
    </main>
  );
}
