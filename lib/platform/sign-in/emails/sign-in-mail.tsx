import "server-only";
import { MailButton, MailCode, MailLayout, MailText } from "@/lib/platform/mail/layout";
import type { MailTemplate } from "@/lib/platform/mail/template";
import { CHALLENGE_MINUTES } from "../challenges";

/** What the sign-in mail carries: the complete address of the page with the button, and the code. */
export type SignInMailProps = Readonly<{ confirmUrl: string; code: string }>;

/** The mail that somebody with an account signs in by. The code is not in the subject, which telephones show while they are locked. */
export const signInMail: MailTemplate<SignInMailProps> = {
  name: "sign-in",
  secret: true,
  staleAfterMinutes: CHALLENGE_MINUTES,
  subject: () => "Sign in to Remit",
  body: ({ confirmUrl, code }) => (
    <MailLayout heading="Sign in to Remit" preview={`The link and the code are good for ${CHALLENGE_MINUTES} minutes.`}>
      <MailText>Press the button, then confirm on the page that opens.</MailText>
      <MailButton href={confirmUrl}>Sign in</MailButton>
      <MailText>Or type this code into the page on which you asked for it:</MailText>
      <MailCode>{code}</MailCode>
      <MailText>
        Link and code work once and for {CHALLENGE_MINUTES} minutes. Nobody from Remit will ever ask you for the code.
      </MailText>
    </MailLayout>
  ),
};
