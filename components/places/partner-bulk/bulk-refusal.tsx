import { Banner } from "@/components/patterns/banner";
import type { FormFailure } from "@/components/patterns/form-submission";
import { ReasonSentences } from "@/components/patterns/reason-sentences";

/** Why nothing at all was done: a sentence for each partner and field that it came from, or for the whole. */
export function BulkRefusal({ failure, names }: { failure: FormFailure; names: Readonly<Record<string, string>> }) {
  const { message, fields = {}, reasons, requestId } = failure;
  const faults = Object.entries(fields);
  return (
    <div data-form-message tabIndex={-1} className="rounded-lg">
      <Banner role="alert" tone="danger" title={message}>
        {faults.length === 0 ? (
          <ReasonSentences reasons={reasons} />
        ) : (
          <ul className="grid gap-1">
            {faults.map(([name, sentence]) => (
              <li key={name} className="wrap-anywhere">
                {names[name] !== undefined && <span className="font-medium">{names[name]}: </span>}
                {sentence}
              </li>
            ))}
          </ul>
        )}
        {requestId !== undefined && <p className="text-sm">Quote this if you ask about it: {requestId}</p>}
      </Banner>
    </div>
  );
}
