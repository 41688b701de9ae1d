import "server-only";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/patterns/breadcrumb";
import { Instant } from "@/components/patterns/instant";
import { PageTitle } from "@/components/patterns/page-title";
import { Mark } from "@/components/shell/mark";
import { TextLink } from "@/components/ui/text-link";
import { getMailboxMail } from "@/lib/platform/mail/mailbox";

/** One mail of the demo's letter box, as its reader would see it. The frame is sandboxed: mails run no scripts here. */
export default async function MailPage({ params }: { params: Promise<{ mailId: string }> }) {
  const mail = await getMailboxMail((await params).mailId);
  if (mail === null) notFound();
  return (
    <main className="mx-auto grid w-full max-w-4xl gap-5 px-4 py-8">
      <p className="mb-6 flex items-center gap-2 text-lg font-semibold tracking-tight">
        <Mark />
        Remit
      </p>
      <Breadcrumb crumbs={[{ label: "Mailbox", href: "/mailbox" }]} />
      <PageTitle title={mail.subject}>
        <p className="text-ink-muted">
          To {mail.recipient}, <Instant at={mail.createdAt} />
        </p>
      </PageTitle>
      {mail.html === null ? (
        <p>This mail has been sent, and its contents were removed.</p>
      ) : (
        <iframe
          title={mail.subject}
          srcDoc={mail.html}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="h-144 w-full rounded-lg border border-line bg-surface"
        />
      )}
      {mail.text !== null && (
        <details>
          <summary>As plain text</summary>
          <pre className="whitespace-pre-wrap break-words text-sm">{mail.text}</pre>
        </details>
      )}
      <p>
        <TextLink href="/mailbox">Back to the mailbox</TextLink>
      </p>
    </main>
  );
}
