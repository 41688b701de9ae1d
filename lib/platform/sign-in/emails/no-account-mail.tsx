import "server-only";
import { MailLayout, MailText } from "@/lib/platform/mail/layout";
import type { MailTemplate } from "@/lib/platform/mail/template";

/** Why this address cannot sign in. */
export type NoAccountMailProps = Readonly<{ reason: "unknown" | "deactivated"; portalUrl: string }>;

/**
 * The mail to an address that somebody tried to sign in with and that cannot: so that the person is not left waiting,
 * and because only the owner of the address reads it, it tells nobody else who has an account.
 */
export const noAccountMail: MailTemplate<NoAccountMailProps> = {
  name: "no-account",
  secret: false,
  staleAfterMinutes: 60,
  subject: () => "Signing in to Remit",
  body: ({ reason, portalUrl }) => (
    <MailLayout heading="You cannot sign in with this address" preview="Somebody tried to sign in with your address.">
      <MailText>
        Somebody, perhaps you, asked to sign in at {portalUrl} with this address.{" "}
        {reason === "unknown"
          ? "There is no account with it. If you have one, it is under another address; if not, ask the person who told you about Remit for an invitation."
          : "The account with it has been put out of use. Ask the people who run the portal if you think that this is a mistake."}
      </MailText>
    </MailLayout>
  ),
};
