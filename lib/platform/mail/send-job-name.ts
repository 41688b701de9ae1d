import "server-only";

/** The task name under which mails wait for the worker. */
export const SEND_MAIL = "send-mail";
