import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { LinkForm } from "@/components/people/sign-in/link-form";
import { TextLink } from "@/components/ui/text-link";

/**
 * What the mailed link opens: a button. The page itself asks nothing and changes nothing, so that mail scanners which
 * fetch it, or run its scripts, neither use the link up nor learn whether it is good.
 */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <>
      <PageTitle title="Sign in to Remit">
        <p>Press the button to sign in with this browser.</p>
      </PageTitle>
      <div className="grid gap-6">
        <LinkForm token={token} />
        <p className="text-sm text-ink-muted">
          You did not ask for this? Close the page. Has the link expired?{" "}
          <TextLink href="/sign-in">Ask for a new mail</TextLink>.
        </p>
      </div>
    </>
  );
}
