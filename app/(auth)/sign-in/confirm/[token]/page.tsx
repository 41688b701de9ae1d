import "server-only";
import { ActionForm } from "@/components/patterns/action-form";
import { PageTitle } from "@/components/patterns/page-title";
import { TextLink } from "@/components/ui/text-link";
import { confirmLinkAction } from "@/lib/people/sign-in/actions";

/**
 * What the mailed link opens: a button. The page itself asks nothing and changes nothing, so that mail scanners which
 * fetch it, or run its scripts, neither use the link up nor learn whether it is good.
 */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <>
      <PageTitle title="Sign in to Remit">
        <p>Press the button to finish signing in in this browser.</p>
      </PageTitle>
      <div className="grid gap-6">
        <ActionForm action={confirmLinkAction} fields={{ token }} tone="primary">
          Sign in
        </ActionForm>
        <p className="text-sm text-ink-muted">
          You did not ask for this? Close the page. Has the link run out?{" "}
          <TextLink href="/sign-in">Ask for a new one</TextLink>.
        </p>
      </div>
    </>
  );
}
