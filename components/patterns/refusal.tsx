import Link from "next/link";
import { forbidden, notFound } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { answerWithStatus } from "@/lib/platform/response-status";
import { PageTitle } from "./page-title";
import { ReasonList, type ShownReason } from "./reason-list";

/**
 * The page for something that one may see but not do: says what was refused and why, and answers with status 403.
 * @param refused what was asked for, as the end of "You may not …".
 */
export function NoAccess({ refused, reasons }: { refused: string; reasons: readonly ShownReason[] }) {
  if (!answerWithStatus(403)) forbidden();
  return (
    <Message title="No access">
      <p className="text-lg">You may not {refused}.</p>
      <ReasonList reasons={reasons} />
      <p className="text-ink-muted">If your work needs it, ask whoever looks after the portal in your organisation.</p>
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
    <Message title="Page not found">
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
  return (
    <Message title="Page not found" way={{ href: "/sign-in", label: "Sign in" }}>
      <p className="text-lg">There is no page at this address.</p>
      <p className="text-ink-muted">The address may be wrong, or the page may be gone.</p>
    </Message>
  );
}

const home = { href: "/dashboard", label: "Go to your dashboard" };

/** A page that is only a message: a title, some sentences, and the way on, which is home where nothing else is said. */
export function Message({
  title,
  way = home,
  children,
}: {
  title: string;
  way?: { href: string; label: string };
  children: React.ReactNode;
}) {
  return (
    <div className="max-w-prose py-6">
      <PageTitle title={title} />
      <div className="grid gap-4">
        {children}
        <p>
          <Link href={way.href} prefetch={false} className={buttonClass()}>
            {way.label}
          </Link>
        </p>
      </div>
    </div>
  );
}
