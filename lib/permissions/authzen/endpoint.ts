import "server-only";
import { readTransaction } from "@/db/client";
import { type ApiKey, findApiKey } from "@/lib/platform/api-keys";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { type Limit, useLimits } from "@/lib/platform/rate-limit";
import { REQUEST_ID_HEADER } from "@/lib/platform/request";
import { policyHash } from "../policies/all";
import { readJsonObject } from "./read-body";
import { RequestError } from "./request-error";

/**
 * How much one key may ask: 500 requests a second for a minute. More than one machine answers, so that it stops a
 * caller gone wild and never one at work; whoever has many questions asks them in batches.
 */
export const ACCESS_LIMIT: Limit = { name: "access", points: 30_000, seconds: 60 };

/** What an endpoint makes of a request: the reply, and what the decision log keeps of it. Ids only, never names. */
export interface Answer {
  readonly reply: object;
  readonly trace: Readonly<Record<string, unknown>>;
}

/** Answers the body of a request that has been let in. */
export type AnswerBody = (body: Readonly<Record<string, unknown>>, key: ApiKey) => Promise<Answer>;

/**
 * A route handler of the decision point: it lets callers with a key in, reads the body, answers, and writes one line of
 * the decision log for every request, refused ones included. Refusals are a JSON text with a status of `RequestError`,
 * faults 500; the caller's X-Request-ID comes back on all of them. Source: AUTHZEN sections 1, 4 and 7.
 * @param name how the log calls this endpoint.
 */
export function endpoint(name: string, answerBody: AnswerBody): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId();
    const caller: { key: ApiKey | null } = { key: null };
    const record = (status: number, trace: Answer["trace"]) =>
      log.info(
        { requestId, endpoint: name, key: caller.key?.name ?? null, status, policyHash, ...trace },
        "access.decision",
      );
    const headers = { [REQUEST_ID_HEADER]: requestId, "cache-control": "no-store" };
    try {
      caller.key = await letIn(request);
      const { reply, trace } = await answerBody(await readJsonObject(request), caller.key);
      record(200, trace);
      return Response.json(reply, { headers });
    } catch (error) {
      if (error instanceof RequestError) {
        record(error.status, { refusal: error.message });
        return Response.json(error.message, { status: error.status, headers: { ...headers, ...error.headers } });
      }
      record(500, {});
      log.error({ requestId, error }, "access.fault");
      return Response.json("The decision point failed. No decision was made.", { status: 500, headers });
    }
  };
}

async function letIn(request: Request): Promise<ApiKey> {
  const token = /^Bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const key = token === undefined ? null : await readTransaction((tx) => findApiKey(tx, token));
  if (key === null) {
    const challenge = token === undefined ? "Bearer" : 'Bearer error="invalid_token"';
    throw new RequestError("Send a key in force as a bearer token.", {
      status: 401,
      headers: { "www-authenticate": challenge },
    });
  }
  const wait = await useLimits([{ limit: ACCESS_LIMIT, key: key.id }]);
  if (wait !== null) {
    throw new RequestError("This key asks too often.", { status: 429, headers: { "retry-after": String(wait) } });
  }
  return key;
}
