/** How often sending a mail is tried, with growing pauses. Source: the function `enqueue_job` of the database. */
export const MAIL_TRIES = 10;

/** What stands on the row of a mail that was tried until it was of no use any more; nothing tries it again. */
export const GIVEN_UP = "It could not be sent while it was of use.";
