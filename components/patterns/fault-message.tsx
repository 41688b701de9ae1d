import type { ReactNode } from "react";
import { Message } from "./message";

/**
 * What a person reads when a page failed: a plain sentence, what to quote, and another try. Never the fault's own text.
 * @param reference what the log knows the fault by.
 * @param again the link or button that tries again.
 */
export function FaultMessage({
  icon,
  reference,
  again,
}: {
  icon?: ReactNode;
  reference: string | undefined;
  again: ReactNode;
}) {
  return (
    <Message icon={icon} title="Something went wrong" first={again}>
      <p className="text-lg">The page could not be shown.</p>
      <p className="text-ink-muted">Opening a page changes nothing, so it is safe to try again.</p>
      {reference !== undefined && (
        <p className="text-ink-muted">
          If it happens again, quote this reference:{" "}
          <span className="font-mono text-sm wrap-anywhere text-ink select-all">{reference}</span>
        </p>
      )}
    </Message>
  );
}
