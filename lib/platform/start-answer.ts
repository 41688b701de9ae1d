import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";

/** Header by which npm start asks whether the program on the port is the server that it has started. */
export const START_HEADER = "x-remit-start";

/** Value of the same header in the answer of that server. */
export const START_ANSWER = "yes";

/**
 * Lets this server say that it is the one which npm start has started: to requests that bring `token` along, and to
 * nobody else. Without a token it stays silent.
 */
export function answerStarter(token: string | null): void {
  if (token === null) return;
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message) || !("response" in message)) return;
    const { request, response } = message;
    if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) return;
    if (request.headers[START_HEADER] === token) response.setHeader(START_HEADER, START_ANSWER);
  });
}
