import "server-only";
import type { GrantRole } from "@/lib/people/grants/constants";
import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/layout";
import type { MailTemplate } from "@/lib/platform/mail/template";

/** What a mail about a role tells: names only of what the reader now looks after, and of people whom they may view. */
export type GrantMail = Readonly<{
  name: string;
  role: GrantRole;
  places: readonly string[];
  partnerships: readonly string[];
  partner: string | null;
  /** Who gave it; null where the reader may not view that person, who is then told as "root" for the roles that root alone gives. */
  by: string | null;
  /** The last day, as `YYYY-MM-DD`. */
  endsOn: string | null;
  accessUrl: string;
}>;

/** Tells somebody that they have been given a role, or more of one. It lets nobody in by itself. */
export const grantGivenMail: MailTemplate<GrantMail> = {
  name: "grant-given",
  secret: false,
  staleAfterMinutes: null,
  subject: (grant) => headline(grant),
  body: (grant) => (
    <MailLayout heading={headline(grant)} preview="You have been given a role in Remit.">
      <MailText>
        Hello {grant.name}, {grant.by ?? unnamed(grant)} has given you a role in Remit: {over(grant)}
        {grant.endsOn === null ? "" : `, until ${dayOf(grant.endsOn)}`}.
      </MailText>
      <MailText>
        “My access” shows what it opens. Sign in with this e-mail address; we send you a link each time.
      </MailText>
      <MailButton href={grant.accessUrl}>See my access</MailButton>
    </MailLayout>
  ),
};

/** Source: docs/adr/0013. */
function unnamed({ role }: GrantMail): string {
  return role === "partner_admin" ? "an admin" : "root";
}

function headline({ role, partner, places }: GrantMail): string {
  if (role === "partner_admin") return `You administer ${partner ?? "a partner"} in Remit`;
  if (role === "root") return "You look after everything in Remit";
  return role === "support" ? "You are support in Remit" : `You look after ${inWords(places)} in Remit`;
}

function over({ role, places, partnerships, partner }: GrantMail): string {
  switch (role) {
    case "root":
      return "you see every record and can give every role";
    case "support":
      return "you are support staff";
    case "neighbourhood_admin":
      return `you look after ${inWords(places)}`;
    case "partnership_admin":
      return `you look after ${inWords(places)} for ${inWords(partnerships)}`;
    case "partner_admin":
      return `you administer ${partner ?? "a partner"}`;
  }
}

/** The most names that a sentence of a mail holds; the rest are counted. */
const MOST_NAMES = 5;

function inWords(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  const told = more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names;
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(told);
}

function dayOf(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
