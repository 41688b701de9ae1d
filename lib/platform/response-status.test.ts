import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerWithStatus, rememberResponses } from "./response-status";

const server = createServer((request, response) => {
  void delay(Number(request.headers["x-wait"])).then(() => {
    if (request.url === "/refuse") answerWithStatus(403);
    response.end();
  });
});

let origin = "";

beforeAll(async () => {
  rememberResponses();
  rememberResponses();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

test("of many requests on shared connections only those that refuse get the status", async () => {
  const asked = Array.from({ length: 60 }, (_, index) => ({
    path: index % 3 === 0 ? "/refuse" : "/fine",
    wait: (index * 7) % 20,
  }));
  const answered = await Promise.all(
    asked.map(async ({ path, wait }) => (await fetch(origin + path, { headers: { "x-wait": String(wait) } })).status),
  );
  expect(answered).toEqual(asked.map(({ path }) => (path === "/refuse" ? 403 : 200)));
});

test("the answer to a server action keeps its own status, which a bare header does not pretend", async () => {
  const headers = { "x-wait": "0", "next-action": "an id" };
  expect((await fetch(`${origin}/refuse`, { method: "POST", headers })).status).toBe(200);
  expect((await fetch(`${origin}/refuse`, { headers })).status).toBe(403);
});

test("outside a request there is no status to give", () => {
  expect(answerWithStatus(404)).toBe(false);
});
