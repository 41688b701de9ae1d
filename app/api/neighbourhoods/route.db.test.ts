import { beforeAll, expect, test, vi } from "vitest";
import { PLACE_SEARCH_LIMIT } from "@/lib/places/neighbourhoods/constants";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import { GET } from "./route";

beforeAll(() => loadForTest(demoWorld(), { reset: true }));

// A bound that a test reaches in a moment; nobody but the person of that test asks as often.
vi.mock("@/lib/places/neighbourhoods/constants", async (original) => ({
  ...(await original<typeof import("@/lib/places/neighbourhoods/constants")>()),
  PLACE_SEARCH_LIMIT: { name: "places", points: 8, seconds: 60 },
}));

type Answer = { status: number; headers: Headers; body: unknown };

async function ask(person: DemoPerson | null, query: string): Promise<Answer> {
  const cookies: Record<string, string> =
    person === null ? {} : { [sessionCookieName()]: (await signInForTest(demoEmail(person))).token };
  const request = new Request(`http://localhost:3000/api/neighbourhoods?${query}`);
  const { result } = await inRequest({ cookies }, () => GET(request));
  if (result === null) throw new Error("The route answered by leading elsewhere.");
  return { status: result.status, headers: result.headers, body: await result.json() };
}

test("somebody who is signed in gets the places that they may choose, each with its path, and nobody keeps the answer", async () => {
  const { status, headers, body } = await ask("nasreen.malik", "use=new-partner&q=moss");
  expect(status).toBe(200);
  expect(body).toEqual({
    places: [
      {
        code: "E05011372",
        name: "Moss Side",
        unit: "ward",
        path: ["Moss Side", "Manchester", "North West", "England"],
      },
    ],
  });
  expect(headers.get("cache-control")).toContain("no-store");
});

test.each([
  ["nobody", null, "use=filter&q=m", 401],
  ["somebody who does not say what for", "ruth.adeyemi", "q=m", 400],
  ["somebody who names another use", "ruth.adeyemi", "use=everything&q=m", 400],
  ["a partner's admin for that partner", "joyce.appiah", "use=partner:birley-fields-garden&q=m", 200],
  ["a partner's admin for another partner", "joyce.appiah", "use=partner:hulme-advice-desk&q=m", 404],
  ["a partner's admin for one that does not exist", "joyce.appiah", "use=partner:made-up&q=m", 404],
  ["somebody without a role, for a filter", "yusuf.karim", "use=filter&q=m", 200],
] as const)("%s gets the right status", async (_, person, query, status) => {
  expect((await ask(person, query)).status).toBe(status);
});

test("what is refused for being out of sight is the same as for what does not exist", async () => {
  const [hidden, missing] = await Promise.all(
    ["hulme-advice-desk", "made-up"].map((id) => ask("joyce.appiah", `use=partner:${id}&q=m`)),
  );
  expect(hidden?.body).toEqual(missing?.body);
});

test("somebody who asks too often is told when to go on, and others are not kept waiting", async () => {
  const person = "winston.grant";
  for (let asked = 0; asked < PLACE_SEARCH_LIMIT.points; asked += 1) {
    const { status } = await ask(person, "use=filter&q=hulme");
    if (status !== 200) throw new Error(`Search ${asked + 1} was answered with ${status}.`);
  }
  const { status, headers, body } = await ask(person, "use=filter&q=hulme");
  expect([status, body]).toEqual([429, "That was a lot of searching. Search again in a minute."]);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask("nasreen.malik", "use=filter&q=hulme")).status).toBe(200);
});
