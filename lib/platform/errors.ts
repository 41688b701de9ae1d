import "server-only";

/** The sentence a person reads for each expected refusal. The keys are the closed list of codes. Source: STYLE_EXAMPLES 5. */
export const refusalSentences = {
  unauthenticated: "You are not signed in any more. Sign in and try again.",
  invalid: "Some answers need another look.",
  not_found: "There is nothing here that you can see. It may have been removed.",
  forbidden: "You may not do this.",
  conflict: "Somebody changed this in the meantime. Look at it again before you save.",
  confirmation_required: "Please confirm what this would do.",
  rate_limited: "Too many tries. Wait a moment and try again.",
  unavailable: "Something went wrong on our side, and nothing was changed.",
  challenge_over: "This link or code has expired or was used already.",
  code_wrong: "This code is not right.",
} as const satisfies Record<string, string>;

/** A reason for refusing that callers can tell apart. */
export type RefusalCode = keyof typeof refusalSentences;

/** How a record that was changed meanwhile stands now, for whoever was editing what it was before. */
export type StaleRecord = Readonly<{
  /** The version that a save now has to name. */
  version: number;
  /** Who changed it last: a name that the actor may see, else null. */
  by: string | null;
  /** When it was changed last, ISO in UTC. */
  at: string;
  /** The present values of the form's fields, by name; none for a form that has only a button. */
  values: Readonly<Record<string, string | readonly string[]>>;
  /** What else the record holds that its reader may know and no field holds as a whole, in words by its label. */
  facts?: Readonly<Record<string, string>>;
  /** How values that are no words read, such as the codes of places, by the value: those in `values` and those sent. */
  words?: Readonly<Record<string, string>>;
}>;

/** What a refusal may tell beside its code. */
export type RefusalDetails = {
  /** A sentence that fits better than the code's own. */
  message?: string;
  /** One sentence for each field of the form that is wrong, by the field's name. */
  fields?: Readonly<Record<string, string>>;
  /** With `conflict`: the record as it is now. */
  stale?: StaleRecord;
};

/** An expected refusal, thrown inside a transaction so that it rolls back; whoever ran the transaction turns it into a value. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(details.message ?? refusalSentences[code]);
  }
}

/** An error as plain data for the log. */
export type DescribedError = { name: string; message: string; code?: string; stack?: string; cause?: DescribedError };

/**
 * What may be written down about a fault: name, message, code, stack and causes. Drizzle puts the values of a failed
 * statement behind "params:" in its message, and they may be personal or secret: they are cut off, and so is any
 * property that a driver hangs on its errors.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, message: "thrown value is no error" };
  const [message = ""] = error.message.split("\nparams:");
  const frames = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  const described: DescribedError = { name: error.name, message };
  if ("code" in error && typeof error.code === "string") described.code = error.code;
  if (frames !== undefined && frames.length > 0) described.stack = frames.join("\n");
  if (error.cause !== undefined) described.cause = describeError(error.cause);
  return described;
}
