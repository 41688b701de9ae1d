import "server-only";
import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/layout";
import type { MailTemplate } from "@/lib/platform/mail/template";

/** What a mail about a failing calendar tells. `since` is a day in words, `why` a sentence. */
export type CalendarFailingMail = Readonly<{
  name: string;
  calendar: string;
  partner: string;
  since: string;
  why: string;
  calendarUrl: string;
}>;

/** Tells an admin of the organiser that a calendar cannot be imported, once for each outage. */
export const calendarFailingMail: MailTemplate<CalendarFailingMail> = {
  name: "calendar-failing",
  secret: false,
  staleAfterMinutes: null,
  subject: ({ calendar }) => `${calendar} cannot be imported`,
  body: ({ name, calendar, partner, since, why, calendarUrl }) => (
    <MailLayout heading={`${calendar} cannot be imported`} preview={why}>
      <MailText>
        Hello {name}, the calendar “{calendar}” of {partner} has not been imported since {since}. {why}
      </MailText>
      <MailText>
        Its events stay as they are, and we keep trying. If its address has changed, put in the new one. You get no
        further mail about this until it has worked again.
      </MailText>
      <MailButton href={calendarUrl}>See the calendar</MailButton>
    </MailLayout>
  ),
};
