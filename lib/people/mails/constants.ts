/** The address of the list of mails. */
export const MAIL_PATH = "/mail";

/** Mails on one page of the list. */
export const MAILS_PER_PAGE = 50;

/**
 * How a mail fares: it waits for its first try, it was handed over, or it was not, whether it will be tried again or was
 * given up.
 */
export const MAIL_STATES = ["waiting", "delivered", "undelivered"] as const;

/** One of those states. */
export type MailState = (typeof MAIL_STATES)[number];
