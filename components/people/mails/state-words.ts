import type { MailState } from "@/lib/people/mails/constants";

/** What each state of a mail is called where it stands by itself. */
export const stateWords: Readonly<Record<MailState, string>> = {
  waiting: "Waiting",
  delivered: "Delivered",
  undelivered: "Not delivered",
};
