import "server-only";

/** The statuses that a request to the decision point may be refused with. Source: AUTHZEN section 4. */
export type RefusalStatus = 400 | 401 | 429;

/** A request that gets no decision. The message goes to the caller, so it never repeats what was sent; the cause stays here. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: RefusalStatus;
  /** Headers that belong to the refusal. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    message: string,
    {
      status,
      headers = {},
      cause,
    }: { status: RefusalStatus; headers?: Readonly<Record<string, string>>; cause?: unknown },
  ) {
    super(message, { cause });
    this.status = status;
    this.headers = headers;
  }
}
