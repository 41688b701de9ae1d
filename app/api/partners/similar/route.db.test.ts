import { beforeAll, expect, test, vi } from "vitest";
import { SIMILAR_LIMIT } from "@/lib/places/partner-duplicates/constants";
import { similarHref } from "@/lib/places/partner-duplicates/schemas";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { editingWorld } from "@/lib/testing/editing-world";
import { emailOf } from "@/lib/testing/people-acts";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { GET } from "./route";

beforeAll(() => loadForTest(editingWorld, { reset: true }));

// A bound that a test reaches in a moment.
vi.mock("@/lib/places/partner-duplicates/constants", async (original) => ({
  ...(await original<typeof import("@/lib/places/partner-duplicates/constants")>()),
  SIMILAR_LIMIT: { name: "similar-partners", points: 6, seconds: 60 },
}));

async function ask(who: string | null, name: string, postcode = "") {
  const cookies: Record<string, string> =
    who === null ? {} : { [sessionCookieName()]: (await signInForTest(emailOf(who))).token };
  const request = new Request(`http://localhost:3000${similarHref(name, postcode)}`);
  const { result } = await inRequest({ cookies }, () => GET(request));
  if (result === null) throw new Error("The route answered by leading elsewhere.");
  return { status: result.status, headers: result.headers, body: await result.json() };
}

const garden = { partners: [{ name: "Juniper Garden", href: "/places/partners/garden" }] };

test("whoever is signed in gets the partners of their own remit, and nobody keeps the answer", async () => {
  const { status, headers, body } = await ask("area", "Juniper Gardens");
  expect([status, body]).toEqual([200, garden]);
  expect(headers.get("cache-control")).toContain("no-store");
  expect((await ask("own", "Elsewhere", "M15 5AJ")).body).toEqual(garden);
});

test("what lies outside the remit is answered like what does not exist", async () => {
  expect((await ask("far", "Juniper Garden", "M15 5AJ")).body).toEqual({ partners: [] });
  expect((await ask("plain", "Juniper Garden", "M15 5AJ")).body).toEqual({ partners: [] });
});

test("nobody without a session is told anything", async () => {
  expect(await ask(null, "Juniper Garden")).toMatchObject({ status: 401, body: "Sign in first." });
});

test("somebody who asks too often is told when to go on, and others are not kept waiting", async () => {
  for (let asked = 0; asked < SIMILAR_LIMIT.points; asked += 1) expect((await ask("pa", "x")).status).toBe(200);
  const { status, headers } = await ask("pa", "x");
  expect(status).toBe(429);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask("area", "x")).status).toBe(200);
});
