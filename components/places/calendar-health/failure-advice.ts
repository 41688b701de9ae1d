/** Failures that somebody has to do something in particular about, by their codes. */
const ADVICE: Readonly<Record<string, string>> = {
  private_address: "Ask its organiser for an address that is public, and change the source.",
  refused: "Ask its organiser to make it public, or for a public address of it.",
  not_found: "Ask its organiser for its present address, and change the source.",
  too_large: "Ask its organiser for one with fewer events, such as without past ones.",
  empty: "Ask its organiser whether it is still kept there.",
  fault: "You need not do anything.",
};

/** Those that may be over by themselves. */
const PASSING = ["unknown_host", "no_answer", "timeout", "insecure", "server_fault", "too_busy"];

/**
 * What to do about a calendar that could not be imported, in a plain sentence.
 * @param code of the failure, as `failureInWords` takes it; one that is not known gets the usual advice.
 */
export function failureAdvice(code: string): string {
  if (PASSING.includes(code)) return "It is tried again every hour. If this lasts, check the source.";
  return (
    (Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined) ?? "Check the source, and change it where it is wrong."
  );
}
