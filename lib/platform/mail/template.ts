import "server-only";
import type { ReactElement } from "react";

/**
 * How long a mail is of use. `secret`: the body holds a link or code that lets somebody in, so it is emptied once it is
 * sent or given up, and must run out. `staleAfterMinutes`: after these, sending it has no sense any more; null for never.
 */
type MailLife =
  | Readonly<{ secret: true; staleAfterMinutes: number }>
  | Readonly<{ secret: false; staleAfterMinutes: number | null }>;

/** One kind of mail: how long it is of use, what it is called, its subject, and its body as a react-email element from typed props. */
export type MailTemplate<Props> = MailLife &
  Readonly<{
    /** Kebab-case, as it stands in the outbox, such as `sign-in`. */
    name: string;
    subject: (props: Props) => string;
    body: (props: Props) => ReactElement;
  }>;
