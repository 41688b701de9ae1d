import { FileQuestion, Lock } from "lucide-react";
import { forbidden, notFound } from "next/navigation";
import { answerWithStatus } from "@/lib/platform/response-status";
import { Message } from "./message";
import { ReasonList, type ShownReason } from "./reason-list";

/**
 * The page for something that one may see but not do: says what was refused and why, and answers with status 403.
 * @param refused what was asked for, as the end of "You may not …".
 */
export function NoAccess({ refused, reasons }: { refused: string; reasons: readonly ShownReason[] }) {
  if (!answerWithStatus(403)) forbidden();
  return (
    <Message icon={<Lock aria-hidden />} title="No access">
      <p className="text-lg">You may not {refused}.</p>
      <ReasonList reasons={reasons} />
      <p className="text-ink-muted">If your work needs it, ask whoever looks after the portal in your organisation.</p>
    </Message>
  );
}

/** The words of the no-access page, for where the framework has settled the status and no reasons are known. */
export function NoAccessMessage() {
  return (
    <Message icon={<Lock aria-hidden />} title="No access">
      <p className="text-lg">You may not do this.</p>
    </Message>
  );
}

/** The page for what does not exist or lies outside one's remit, which must look the same; answers with status 404. */
export function Missing() {
  if (!answerWithStatus(404)) notFound();
  return <MissingMessage />;
}

/** The words of the not-found page, for where the framework has already settled the status. */
export function MissingMessage() {
  return (
    <Message icon={<FileQuestion aria-hidden />} title="Page not found">
      <p className="text-lg">Nothing here is within your remit.</p>
      <p className="text-ink-muted">
        The address may be wrong, the record may be gone, or it may lie outside the places and partners that you look
        after.
      </p>
    </Message>
  );
}

/** The same for somebody who is not signed in, and so has neither a remit nor a dashboard. */
export function MissingForStranger() {
  if (!answerWithStatus(404)) notFound();
  return <StrangersMissingMessage />;
}

/** The words of the strangers' not-found page, for where the framework has already settled the status. */
export function StrangersMissingMessage() {
  return (
    <Message icon={<FileQuestion aria-hidden />} title="Page not found" way={{ href: "/sign-in", label: "Sign in" }}>
      <p className="text-lg">There is no page at this address.</p>
      <p className="text-ink-muted">The address may be wrong, or the page may be gone.</p>
    </Message>
  );
}
