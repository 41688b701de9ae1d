import "server-only";
import { redirect } from "next/navigation";
import { PageTitle } from "@/components/patterns/page-title";
import { CodeForm } from "@/components/people/sign-in/code-form";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/env";
import { CHALLENGE_MINUTES, requestedAddress } from "@/lib/platform/sign-in/challenges";
import { readChallengeCookie } from "@/lib/platform/sign-in/cookies";

/**
 * After asking for a mail: what to do now, the same words for every address, and the field for the code. A browser that
 * asked for none, or long ago, has no code to type and goes to ask for one.
 */
export default async function CheckPage() {
  const challengeId = await readChallengeCookie();
  const address = challengeId === null ? null : await requestedAddress(challengeId);
  if (address === null) redirect("/sign-in");
  return (
    <>
      <PageTitle title="Check your e-mail">
        <p>
          We have written to <strong>{address}</strong>. Open the link in the mail, or type its code here. Both are good
          for {CHALLENGE_MINUTES} minutes.
        </p>
      </PageTitle>
      <div className="grid gap-6">
        <CodeForm />
        <p className="text-sm text-ink-muted">
          Nothing there? Check your spam folder, or <TextLink href="/sign-in">ask for another mail</TextLink>.
          {env.demo && (
            <>
              {" "}
              In this demo it is in the <TextLink href="/mailbox">mailbox</TextLink>.
            </>
          )}
        </p>
      </div>
    </>
  );
}
