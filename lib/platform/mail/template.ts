import "server-only";
import type { ReactElement } from "react";

/** One kind of mail: what it is called, its subject, and its body as a react-email element from typed props. */
export type MailTemplate<Props> = Readonly<{
  /** Kebab-case, as it stands in the outbox, such as `sign-in`. */
  name: string;
  /** True when the body holds a link or code that lets somebody in: such a body is emptied once it is sent or given up. */
  secret: boolean;
  /** Minutes after which sending it has no sense any more; null when it never grows stale. */
  staleAfterMinutes: number | null;
  subject: (props: Props) => string;
  body: (props: Props) => ReactElement;
}>;
