import "server-only";

// What the portal's own route handlers answer: JSON that depends on who asks, which nobody may keep.
const PRIVATE = { "cache-control": "private, no-store" };

/** An answer with this body, plain data. */
export function privateJson(body: unknown): Response {
  return Response.json(body, { headers: PRIVATE });
}

/** A refusal with a sentence for whoever asked. */
export function refuseJson(status: 400 | 401 | 404, sentence: string): Response {
  return Response.json(sentence, { status, headers: PRIVATE });
}

/** The refusal of somebody who asks too often. `wait`: seconds until they may go on. */
export function refuseUntil(wait: number, sentence: string): Response {
  return Response.json(sentence, { status: 429, headers: { ...PRIVATE, "retry-after": String(wait) } });
}
