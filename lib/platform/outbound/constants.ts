/** Why something could not be fetched from elsewhere: the other side was not to be reached, or its answer is of no use. */
export type OutboundFailure =
  | "unknown_host"
  | "no_answer"
  | "timeout"
  | "insecure"
  | "server_fault"
  | "too_busy"
  | "private_address"
  | "bad_redirect"
  | "too_many_redirects"
  | "refused"
  | "not_found"
  | "bad_answer"
  | "too_large";
