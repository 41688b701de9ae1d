import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";

// On the global object, because the framework bundles the start-up hook and the pages separately.
const shared = globalThis as typeof globalThis & { remitResponses?: AsyncLocalStorage<ServerResponse> };

/**
 * Remembers for every request the response that belongs to it, for as long as the request is worked on. To be called
 * when the server starts; called again it does nothing.
 */
export function rememberResponses(): void {
  if (shared.remitResponses !== undefined) return;
  const responses = new AsyncLocalStorage<ServerResponse>();
  shared.remitResponses = responses;
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("response" in message)) return;
    if (message.response instanceof ServerResponse) responses.enterWith(message.response);
  });
}

/**
 * Gives the response of the present request this status, so that a page can refuse or fail with words that also reach
 * readers without scripts: the framework's own pages for these send the status with an empty document (ADR 0070, 0071).
 * The call of a server action keeps its own status: the page only comes along with its answer.
 * @returns false when that is no longer or never was possible; the caller then uses the framework's interrupt.
 */
export function answerWithStatus(status: 403 | 404 | 500): boolean {
  const response = shared.remitResponses?.getStore();
  if (response === undefined || response.headersSent) return false;
  if (!isActionCall(response)) response.statusCode = status;
  return true;
}

function isActionCall({ req }: ServerResponse): boolean {
  return req.method === "POST" && req.headers["next-action"] !== undefined;
}
