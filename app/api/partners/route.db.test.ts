import { beforeAll, expect, test, vi } from "vitest";
import { PARTNER_SEARCH_LIMIT } from "@/lib/places/partner-choices/constants";
import { calendarWorld } from "@/lib/testing/calendar-acts";
import { emailOf } from "@/lib/testing/people-acts";
import { inRequest } from "@/lib/testing/request";
import { sessionCookieForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { GET } from "./route";

beforeAll(() => loadForTest(calendarWorld, { reset: true }));

// A bound that a test reaches in a moment; nobody but the person of that test asks as often.
vi.mock("@/lib/places/partner-choices/constants", async (original) => ({
  ...(await original<typeof import("@/lib/places/partner-choices/constants")>()),
  PARTNER_SEARCH_LIMIT: { name: "calendar-partners", points: 8, seconds: 60 },
}));

async function ask(who: string | null, query: string) {
  const session = who === null ? null : await sessionCookieForTest(emailOf(who));
  const cookies: Record<string, string> = session === null ? {} : { [session.name]: session.value };
  const request = new Request(`http://localhost:3000/api/partners?${query}`);
  const { result } = await inRequest({ cookies }, () => GET(request));
  if (result === null) throw new Error("The route answered by leading elsewhere.");
  return { status: result.status, headers: result.headers, body: await result.json() };
}

test("somebody who is signed in gets the partners that they may choose, and nobody keeps the answer", async () => {
  const { status, headers, body } = await ask("own", "use=organiser&q=jun");
  expect(status).toBe(200);
  expect(body).toEqual({ partners: [{ id: expect.any(String), name: "Juniper Garden", detail: "Hulme" }] });
  expect(headers.get("cache-control")).toContain("no-store");
});

test.each([
  ["nobody", null, "use=place&q=m", 401],
  ["somebody who does not say what for", "root", "q=m", 400],
  ["somebody who names another use", "root", "use=everything&q=m", 400],
] as const)("%s is refused", async (_, who, query, status) => {
  expect((await ask(who, query)).status).toBe(status);
});

test("what lies out of sight is not found, exactly as what does not exist", async () => {
  const [hidden, missing] = await Promise.all(["Willow", "Made up"].map((q) => ask("co", `use=place&q=${q}`)));
  expect(hidden?.body).toEqual({ partners: [] });
  expect(hidden?.body).toEqual(missing?.body);
});

test("whoever asks too often is told to wait", async () => {
  const statuses: number[] = [];
  for (let count = 0; count <= PARTNER_SEARCH_LIMIT.points; count += 1) {
    statuses.push((await ask("city", "use=filter&q=m")).status);
  }
  expect(statuses).toEqual([...Array(PARTNER_SEARCH_LIMIT.points).fill(200), 429]);
});
