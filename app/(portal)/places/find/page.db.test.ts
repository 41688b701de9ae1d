import { isValidElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import { GET } from "@/app/api/neighbourhoods/route";
import { PLACE_SEARCH_LIMIT } from "@/lib/places/neighbourhoods/constants";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { type DemoPerson, demoEmail } from "@/lib/testing/demo/people";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest } from "@/lib/testing/statements";
import { demoWorld } from "@/lib/testing/world";
import FindPlacePage from "./page";

// A bound that a test reaches in a moment.
vi.mock("@/lib/places/neighbourhoods/constants", async (original) => ({
  ...(await original<typeof import("@/lib/places/neighbourhoods/constants")>()),
  PLACE_SEARCH_LIMIT: { name: "places", points: 4, seconds: 60 },
}));

beforeAll(() => loadForTest(demoWorld(), { reset: true }));

async function as(person: DemoPerson) {
  const { token } = await signInForTest(demoEmail(person));
  const cookies = { [sessionCookieName()]: token };
  return {
    async page(): Promise<string> {
      const searchParams = Promise.resolve({ q: "moss", use: "filter" });
      const { result } = await inRequest({ cookies }, () => FindPlacePage({ searchParams }));
      return isValidElement(result) ? renderToStaticMarkup(result) : "";
    },
    async suggestions(): Promise<number | undefined> {
      const request = new Request("http://localhost:3000/api/neighbourhoods?use=filter&q=moss");
      return (await inRequest({ cookies }, () => GET(request))).result?.status;
    },
  };
}

test("searches of the page and of the box that suggests are counted as one, and the page says when to go on", async () => {
  const { page, suggestions } = await as("nasreen.malik");
  for (let asked = 0; asked < PLACE_SEARCH_LIMIT.points; asked += 2) {
    expect(await suggestions()).toBe(200);
    expect(await page()).toContain("1 place found");
  }
  const refused = await page();
  expect(refused).toContain("Search again in a minute.");
  expect(refused).toContain('value="moss"');
  expect(refused).not.toContain("E05011372");
  expect(await suggestions()).toBe(429);
  const other = await as("seun.bakare");
  expect(await other.page()).toContain("E05011372");
});
