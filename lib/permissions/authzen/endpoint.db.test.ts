import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { readTransaction, writeTransaction } from "@/db/client";
import { createApiKey, revokeApiKey } from "@/lib/platform/api-keys";
import { log } from "@/lib/platform/log";
import { keys, partner, prepareAccess, question, send, system } from "@/lib/testing/access-calls";
import { policyHash } from "../policies/all";
import { ACCESS_LIMIT } from "./endpoint";
import { answerEvaluation, answerEvaluations, answerResourceSearch } from "./endpoints";
import { MAX_BODY_BYTES } from "./read-body";

beforeAll(prepareAccess);

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the door", () => {
  it.each([
    ["no key", ""],
    ["another scheme", "Basic cm9vdDpyb290"],
    ["an unknown key", "Bearer remit_nobody-was-ever-given-this-one-000000000"],
  ])("answers 401 to %s and says how to come in", async (_name, authorization) => {
    const response = await send(answerEvaluation, question, { authorization });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(typeof (await response.json())).toBe("string");
  });

  it("shuts at once for a revoked key", async () => {
    const key = await writeTransaction(system, (tx) => createApiKey(tx, "short-lived", "authz:inspect"));
    const authorization = `Bearer ${key}`;
    expect((await send(answerEvaluation, question, { authorization })).status).toBe(200);
    await writeTransaction(system, (tx) => revokeApiKey(tx, "short-lived"));
    expect((await send(answerEvaluation, question, { authorization })).status).toBe(401);
  });

  it("takes the scheme's name in any case and a charset of UTF-8", async () => {
    const headers = { authorization: `bearer ${keys.inspect}`, "content-type": "Application/JSON; charset=UTF-8" };
    expect((await send(answerEvaluation, question, headers)).status).toBe(200);
  });

  it.each([
    ["another content type", JSON.stringify(question), "text/plain"],
    ["another charset", JSON.stringify(question), "application/json; charset=iso-8859-1"],
    ["an empty body", "", "application/json"],
    ["malformed JSON", '{"subject":', "application/json"],
    ["a list", "[]", "application/json"],
    ["a bare text", '"hello"', "application/json"],
    ["null", "null", "application/json"],
    ["bytes that are no UTF-8", new Blob([new Uint8Array([0x7b, 0xff, 0x7d])]), "application/json"],
    ["a missing field", "{}", "application/json"],
  ])("answers 400 with a sentence to %s", async (_name, body, contentType) => {
    const response = await send(answerEvaluation, body, { "content-type": contentType });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(typeof (await response.json())).toBe("string");
  });

  it("reads a body of one mebibyte and no byte more", async () => {
    const padded = (bytes: number) => JSON.stringify(question).padEnd(bytes, " ");
    expect((await send(answerEvaluation, padded(MAX_BODY_BYTES))).status).toBe(200);
    expect((await send(answerEvaluation, padded(MAX_BODY_BYTES + 1))).status).toBe(400);
  });

  it("gives the caller's request id back, on answers and on refusals, and one of its own otherwise", async () => {
    const id = { "x-request-id": "trace-42" };
    expect((await send(answerEvaluation, question, id)).headers.get("x-request-id")).toBe("trace-42");
    expect((await send(answerEvaluation, "{}", id)).headers.get("x-request-id")).toBe("trace-42");
    expect((await send(answerEvaluation, question, { ...id, authorization: "" })).headers.get("x-request-id")).toBe(
      "trace-42",
    );
    expect((await send(answerEvaluation, question)).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("answers 429 with the time to wait once a key has asked too often, and other keys go on", async () => {
    const busy = (await writeTransaction(system, (tx) => createApiKey(tx, "busy", "authz:inspect"))) ?? "";
    const before = await readTransaction((tx) => tx.execute(sql`select key from rate_limits`));
    expect((await send(answerEvaluation, question, { authorization: `Bearer ${busy}` })).status).toBe(200);
    const known = before.map(({ key }) => String(key));
    await writeTransaction(system, async (tx) => {
      const rows = await tx.execute(sql`select key from rate_limits`);
      const fresh = rows.map(({ key }) => String(key)).find((key) => !known.includes(key)) ?? "";
      await tx.execute(sql`update rate_limits set points = ${ACCESS_LIMIT.points} where key = ${fresh}`);
    });
    const refused = await send(answerEvaluation, question, { authorization: `Bearer ${busy}` });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await send(answerEvaluation, question)).status).toBe(200);
  });

  it("answers 500 without a word of the fault, which is logged once under the request's id", async () => {
    const faults = vi.spyOn(log, "error").mockReturnValue();
    const broken = new Request("http://portal.example/", {
      method: "POST",
      headers: {
        authorization: `Bearer ${keys.inspect}`,
        "content-type": "application/json",
        "x-request-id": "trace-43",
      },
      body: new ReadableStream({
        pull: () => {
          throw new Error("secret detail");
        },
      }),
      duplex: "half",
    } as RequestInit);
    const response = await answerEvaluation(broken);
    expect(response.status).toBe(500);
    expect(await response.json()).toBe("The decision point failed. No decision was made.");
    expect(response.headers.get("x-request-id")).toBe("trace-43");
    expect(faults).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ requestId: "trace-43" }), "access.fault");
  });
});

describe("the decision log", () => {
  it("has one line for each request, with ids, outcomes and the policy's hash, and nobody's name", async () => {
    const lines = vi.spyOn(log, "info").mockReturnValue();
    const item = { resource: partner("hulme-cafe") };
    await send(
      answerEvaluations,
      { ...question, evaluations: [item, { resource: partner("wales-shop") }] },
      { "x-request-id": "trace-44" },
    );
    expect(lines).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        requestId: "trace-44",
        key: "calendar",
        endpoint: "evaluations",
        status: 200,
        policyHash,
        allow: 1,
        deny: 1,
        confirm: 0,
      }),
      "access.decision",
    );
    const text = JSON.stringify(lines.mock.calls);
    expect(text).toContain("partner.neighbourhood-admin");
    expect(text).not.toMatch(/Nora|Neal|Cedar|Hulme and/);
  });

  it("has a line for a refused request too", async () => {
    const lines = vi.spyOn(log, "info").mockReturnValue();
    await send(answerResourceSearch, question, { authorization: "" });
    expect(lines).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ key: null, status: 401 }),
      "access.decision",
    );
  });
});
