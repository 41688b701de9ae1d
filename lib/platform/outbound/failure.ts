import "server-only";
import type { OutboundFailure } from "./constants";

/** Ends a fetch with the code that says why; never leaves `fetchPublic`. */
export class OutboundError extends Error {
  override readonly name = "OutboundError";

  constructor(readonly failure: OutboundFailure) {
    super(failure);
  }
}

/** What the codes of Node's resolver, sockets and parsers mean. */
const MEANINGS: Readonly<Record<string, OutboundFailure>> = {
  ENOTFOUND: "unknown_host",
  EAI_AGAIN: "unknown_host",
  EAI_FAIL: "unknown_host",
  EAI_NODATA: "unknown_host",
  ENODATA: "unknown_host",
  ETIMEDOUT: "timeout",
  ABORT_ERR: "timeout",
  HPE_HEADER_OVERFLOW: "too_large",
};

/** The code for whatever went wrong on the way. */
export function outboundFailure(error: unknown): OutboundFailure {
  if (error instanceof OutboundError) return error.failure;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (Object.hasOwn(MEANINGS, code)) return MEANINGS[code] ?? "no_answer";
  if (/^HPE_|^Z_|^ERR__?(?:BROTLI|ERROR|Z_)|^ERR_BROTLI|DECODER_ERROR/.test(code)) return "bad_answer";
  if (/^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_)/.test(code)) return "insecure";
  return "no_answer";
}
