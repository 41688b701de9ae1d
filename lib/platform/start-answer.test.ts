import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerStarter, START_HEADER } from "./start-answer";

const server = createServer((_request, response) => response.end());

let origin = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

async function answer(headers: Record<string, string>): Promise<string | null> {
  return (await fetch(origin, { headers })).headers.get(START_HEADER);
}

test("a server says whose it is to the starter that gave it the token, and to nobody else", async () => {
  answerStarter(null);
  expect(await answer({ [START_HEADER]: "token" })).toBeNull();
  answerStarter("token");
  expect(await answer({ [START_HEADER]: "token" })).toBe("yes");
  expect(await answer({ [START_HEADER]: "another" })).toBeNull();
  expect(await answer({})).toBeNull();
});
