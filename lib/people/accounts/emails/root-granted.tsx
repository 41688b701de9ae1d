import "server-only";
import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/layout";
import type { MailTemplate } from "@/lib/platform/mail/template";

/** Tells somebody that they look after the whole portal, and where to sign in. It lets nobody in by itself. */
export const rootGrantedMail: MailTemplate<{ name: string; signInUrl: string }> = {
  name: "root-granted",
  secret: false,
  staleAfterMinutes: null,
  subject: () => "You look after everything in Remit",
  body: ({ name, signInUrl }) => (
    <MailLayout heading="You look after everything in Remit" preview="Your account is ready.">
      <MailText>Hello {name}, you have been made root: you see every record and can give every role.</MailText>
      <MailText>Sign in with this e-mail address. There is no password; we send you a link each time.</MailText>
      <MailButton href={signInUrl}>Go to the sign-in page</MailButton>
    </MailLayout>
  ),
};
