import "server-only";
import { redirect } from "next/navigation";
import { PageTitle } from "@/components/patterns/page-title";
import { DemoAccounts } from "@/components/people/sign-in/demo-accounts";
import { SignInForm } from "@/components/people/sign-in/sign-in-form";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/env";
import { demoAccounts } from "@/lib/platform/sign-in/constants";
import { safeReturnTo } from "@/lib/platform/sign-in/return-to";
import { getSession } from "@/lib/platform/sign-in/session";

/** Where everybody comes in: by a mail to their address, or in the embedded demo by one click. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ returnTo?: string | string[] }>;
}) {
  const returnTo = safeReturnTo((await searchParams).returnTo);
  if ((await getSession()) !== null) redirect(returnTo);
  return (
    <>
      <PageTitle title="Sign in">
        <p className="text-ink-muted">We send you a mail with a link and a code. There is no password.</p>
      </PageTitle>
      <div className="grid gap-6">
        <SignInForm returnTo={returnTo} />
        {env.demo && (
          <>
            <DemoAccounts accounts={demoAccounts} returnTo={returnTo} />
            <p className="text-sm text-ink-muted">
              This is a demo on your own machine. Its mail is in the <TextLink href="/mailbox">mailbox</TextLink>.
            </p>
          </>
        )}
      </div>
    </>
  );
}
